import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'

const keys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0'] as const

/** The keypad: types into the amount. Only a script can, so without one it is not there. */
export const Pad: FC = () => {
  const { t } = useView()
  return (
    <section class="pad cash-only" aria-label={t('counter.pay.pad')} data-pad>
      {keys.map((key) => (
        <button type="button" data-key={key}>
          {key}
        </button>
      ))}
      <button type="button" data-key="back" aria-label={t('counter.pay.back')}>
        <Icon name="delete" class="size-7" />
      </button>
    </section>
  )
}
