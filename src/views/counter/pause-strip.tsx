import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { pauseReasonText } from '../ui/cause'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import type { BarProps } from './bar'
import { slugsOf } from './slugs'

/** A longer pause is one for the rest of the day. */
const longMs = 2 * 3_600_000

/** Ordering stands still: until when, why, and the way to end it. */
export const PauseStrip: FC<BarProps> = ({ place, pausedUntil, pauseReason }) => {
  const { t, lang, now } = useView()
  if (!pausedUntil) return null
  const isLong = pausedUntil.getTime() - now.getTime() > longMs
  const words = t(isLong ? 'counter.pause.until_reopened' : 'counter.pause.until', {
    time: clockText(pausedUntil, lang, place.timeZone),
  })
  return (
    <section class="strip strip-wait" aria-label={t('counter.pause.banner')}>
      <Icon name="circle-pause" />
      <p class="num">
        <b>{words}</b>
        {pauseReason && <span class="ms-3">{pauseReasonText(t, pauseReason)}</span>}
      </p>
      <form method="post" action={paths.counterReopening.href(slugsOf(place))} class="ms-auto">
        <button class="btn" type="submit">
          <Icon name="play" />
          {t('counter.pause.resume')}
        </button>
      </form>
    </section>
  )
}
