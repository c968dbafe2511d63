import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { DeliveryRow } from '../../domain/deliveries/queries'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'

/** What was delivered or cancelled lately: for the question where the meal is. */
export const Ended: FC<{ rows: DeliveryRow[]; place: Place }> = ({ rows, place }) => {
  const { t, lang } = useView()
  if (rows.length === 0) return null
  const time = (at: Date | null) => (at ? clockText(at, lang, place.timeZone) : '')
  return (
    <details class="road-ended" id={`ended-${rows.length}`} hx-morph-skip>
      <summary>
        {t('dispatch.ended')} <span class="num text-muted">{rows.length}</span>
      </summary>
      <ul>
        {rows.map((row) => (
          <li>
            <span class="num font-bold">{row.number}</span>
            <span class="min-w-0 truncate">{row.address}</span>
            <span class="num text-sm text-muted">
              {row.status === 'delivered'
                ? t('dispatch.delivered_at', { time: time(row.deliveredAt), driver: row.driverId ?? '' })
                : t('dispatch.cancelled_at', { time: time(row.cancelledAt) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
