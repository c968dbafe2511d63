import type { FC } from 'hono/jsx'
import type { StockEntry } from '../../domain/inventory/queries'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import { actorText } from './words'

/** Everything that moved a count, newest first (R24). */
export const StockLog: FC<{ log: StockEntry[]; timeZone: string }> = ({ log, timeZone }) => {
  const { t, lang } = useView()
  return (
    <section class="border-t border-line px-5 py-4">
      <h3 class="mb-2">{t('counter.stock.log.title')}</h3>
      {log.length === 0 && <p class="text-sm text-muted">{t('counter.stock.log.none')}</p>}
      <ol class="stock-log">
        {log.map((entry) => (
          <li>
            <span class="num text-muted">{dayClockText(entry.at, lang, timeZone)}</span>
            <span>
              {t(`counter.stock.log.${entry.type}`)} {entry.orderNumber && <span class="num">{entry.orderNumber}</span>}
              <span class="block text-muted">
                {[actorText(t, entry.actor), entry.cause].filter(Boolean).join(t('counter.comma'))}
              </span>
            </span>
            <span class="num text-end">
              <b>{entry.change > 0 ? `+${entry.change}` : entry.change < 0 ? `−${-entry.change}` : '0'}</b>
              <span class="block text-muted">{entry.after}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
