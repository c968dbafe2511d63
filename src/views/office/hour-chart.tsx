import type { FC } from 'hono/jsx'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'

/** Orders begun in a quarter of an hour. */
export type Quarter = { at: Date; count: number }

const step = 20
const floor = 32
const tallest = 31

/** Orders by hour of the store's day, the latest in the accent; nothing before the first order. */
export const HourChart: FC<{ quarters: Quarter[]; timeZone: string }> = ({ quarters, timeZone }) => {
  const { t } = useView()
  const bars = byHour(quarters, timeZone)
  if (bars.length < 2) return null
  const peak = bars.reduce((best, bar) => (bar.count > best.count ? bar : best))
  const label = t('office.orders.hours_label', { hour: peak.hour, count: peak.count })
  return (
    <div class="ms-auto max-lg:hidden">
      <svg
        class="h-14 text-ink"
        width={bars.length * 27}
        viewBox={`0 0 ${bars.length * step} 44`}
        role="img"
        aria-label={label}
      >
        {bars.map(({ hour, count }, i) => {
          const height = (count / peak.count) * tallest
          const isLast = i === bars.length - 1
          return (
            <>
              <rect
                x={i * step + 2}
                y={floor - height}
                width="14"
                height={height}
                rx="2"
                fill={isLast ? 'var(--brand)' : 'currentColor'}
                opacity={isLast ? 1 : 0.22}
              />
              <text x={i * step + 9} y="43" font-size="9" text-anchor="middle" fill="var(--muted)">
                {hour}
              </text>
            </>
          )
        })}
      </svg>
    </div>
  )
}

/** Quarters gathered by the hour on the store's clock, empty hours between kept. */
function byHour(quarters: Quarter[], timeZone: string): { hour: number; count: number }[] {
  const first = quarters[0]
  const last = quarters.at(-1)
  if (!first || !last) return []
  const hourOf = (at: Date) => Number(dateText(at, 'en', timeZone, { hour: '2-digit' }))
  const bars: { hour: number; count: number }[] = []
  const counts = new Map(quarters.map(({ at, count }) => [at.getTime(), count]))
  for (let ms = first.at.getTime(); ms <= last.at.getTime(); ms += 15 * 60_000) {
    const hour = hourOf(new Date(ms))
    const bar = bars.at(-1)
    const count = counts.get(ms) ?? 0
    if (bar?.hour === hour) bar.count += count
    else bars.push({ hour, count })
  }
  return bars.slice(-14)
}
