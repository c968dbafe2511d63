import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'

const keys = ['bump', 'start', 'recall', 'seen', 'focus', 'escape'] as const

/** What each key of the keyboard or bump bar does. */
export const Keys: FC = () => {
  const { t } = useView()
  return (
    <div class="keys" id="keys" popover="auto">
      <h2 class="text-b3">{t('kitchen.keys_title')}</h2>
      <dl>
        {keys.map((key) => (
          <div>
            <dt>
              <kbd class="keycap">{t(`kitchen.key_${key}`)}</kbd>
            </dt>
            <dd>{t(`kitchen.key_${key}_does`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
