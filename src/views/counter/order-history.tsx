import type { FC } from 'hono/jsx'
import type { HistoryEntry } from '../../domain/orders/queries'
import { causeText } from '../ui/cause'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { actorText } from './words'

/** Every move of both clocks in words: when, what, who, why. */
export const OrderHistory: FC<{ history: HistoryEntry[]; timeZone: string }> = ({ history, timeZone }) => {
  const { t, lang } = useView()
  return (
    <section aria-labelledby="order-history">
      <h2 id="order-history" class="mb-2 text-base">
        {t('counter.history')}
      </h2>
      <ol class="history">
        {history.map((entry) => (
          <li>
            <span class="num text-muted">{clockText(entry.at, lang, timeZone)}</span>
            <span>
              {t(`counter.move.${entry.clock}.${entry.to}`)}
              {entry.reason && <span class="block text-muted">{causeText(t, entry.reason)}</span>}
            </span>
            <span class="text-muted">{actorText(t, entry.actor)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
