import type { FC } from 'hono/jsx'
import type { StockMove } from '../../domain/orders/order-trail'
import type { HistoryEntry } from '../../domain/orders/queries'
import { useView } from '../ui/view'
import { clockText, dateText, textIn } from '../ui/words'
import { actorText, reasonText } from './reason'

/** Every move of both clocks, oldest first. */
export const OrderHistory: FC<{ history: HistoryEntry[]; timeZone: string }> = ({ history, timeZone }) => {
  const { t, lang } = useView()
  const second = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  return (
    <section class="border-t border-line pt-4" aria-labelledby="history-h">
      <h2 class="text-xs font-normal text-muted" id="history-h">
        {t('office.order.history')}
      </h2>
      <ol class="mt-1 grid gap-2">
        {history.map((entry) => (
          <li class="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <b>{t(`office.move.${entry.clock}.${entry.to}`)}</b>
            <span class="num text-xs leading-6 text-muted">{dateText(entry.at, lang, timeZone, second)}</span>
            <span class="text-xs text-muted">
              {actorText(t, entry.actor)}
              {entry.reason && t('office.comma') + reasonText(t, entry.reason)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the order took from the shelf, and what came back. */
export const OrderStock: FC<{ moves: StockMove[]; timeZone: string }> = ({ moves, timeZone }) => {
  const { t, lang } = useView()
  if (moves.length === 0) return null
  return (
    <section class="pt-8" aria-labelledby="stock-h">
      <h2 class="border-b border-line pb-1 text-lg" id="stock-h">
        {t('office.order.stock')}
      </h2>
      <ul class="text-sm">
        {moves.map((move) => (
          <li class="grid grid-cols-[minmax(0,1fr)_auto_3.5rem] items-baseline gap-x-4 border-b border-line py-2.5 leading-6">
            <span class="min-w-0">
              {textIn(move.name, lang)}
              <span class="block text-xs text-muted">
                {[
                  t(`office.stock_move.${move.type}`),
                  actorText(t, move.actor),
                  clockText(move.at, lang, timeZone),
                ].join(t('office.comma'))}
              </span>
            </span>
            <span class="num text-xs text-muted">
              {move.before} → {move.after}
            </span>
            <b class="num text-end">
              {move.change > 0 ? '+' : '−'}
              {Math.abs(move.change)}
            </b>
          </li>
        ))}
      </ul>
    </section>
  )
}
