import type { FC } from 'hono/jsx'
import type { Board } from '../../domain/tickets/queries'
import { Around, hole } from '../ui/around'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

const shown = 7

/** What is still to be made, by dish, most first; what does not fit is one sum. */
export const AllDay: FC<{ totals: Board['allDay'] }> = ({ totals }) => {
  const { t, lang } = useView()
  const first = totals.length > shown + 1 ? totals.slice(0, shown) : totals
  const rest = totals.slice(first.length).reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <section class="allday" aria-label={t('kitchen.all_day_label')}>
      <p class="allday-title">{t('kitchen.all_day')}</p>
      <dl>
        {first.map(({ name, quantity }) => (
          <div>
            <dt>{textIn(name, lang)}</dt>
            <dd>{quantity}</dd>
          </div>
        ))}
        {rest > 0 && (
          <div>
            <dt>{t('kitchen.all_day_rest')}</dt>
            <dd>{rest}</dd>
          </div>
        )}
      </dl>
      <p class="below num" data-below hidden>
        <Around words={t('kitchen.below', { count: hole })} fill="data-below-count" />
      </p>
    </section>
  )
}
