import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'

/** How long until an instant, in words that a script keeps true second by second. `data-now` tells it the server's clock. */
export const Countdown: FC<{ until: Date }> = ({ until }) => {
  const { t, now } = useView()
  const left = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return (
    <b
      class="num"
      data-until={until.getTime()}
      data-now={now.getTime()}
      data-words={t('office.seconds', { count: '{n}' })}
    >
      {t('office.seconds', { count: left })}
    </b>
  )
}
