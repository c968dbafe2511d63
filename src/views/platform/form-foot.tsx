import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'

/** The foot of a form of the platform: what was or will be, the way back to the list, and the act. */
export const FormFoot: FC<{ isSaved: boolean; meaning: string; back: string; act: string }> = (props) => {
  const { isSaved, meaning, back, act } = props
  const { t } = useView()
  return (
    <div class="border-t border-line bg-card px-7 py-3 max-lg:sticky max-lg:bottom-16 max-lg:px-4">
      <p class="text-xs text-muted" role={isSaved ? 'status' : undefined}>
        {isSaved ? t('platform.saved') : meaning}
      </p>
      <p class="mt-2 flex gap-2">
        <a class="btn flex-1" href={back}>
          {t(isSaved ? 'platform.done' : 'platform.leave')}
        </a>
        <button class="btn btn-primary flex-[2]" type="submit">
          {act}
        </button>
      </p>
    </div>
  )
}
