/**
 * The one place that maps instants to local dates and back (R2). Days are 'YYYY-MM-DD', minutes count from local midnight.
 * A business day runs from its cutoff to the next day's, on the wall clock of the store.
 */
const minuteMs = 60_000
const dayMs = 86_400_000
/** Zones change their offset on quarter hours only: one look-up serves all instants of such a quarter. */
const quarterMs = 15 * minuteMs
const cacheMax = 5_000

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> }
const zones = new Map<string, Zone>()

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const numeric = 'numeric' as const
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  })
  const zone = { format, offsets: new Map<number, number>() }
  zones.set(timeZone, zone)
  return zone
}

/** Milliseconds to add to an instant to read the zone's wall clock as if it were UTC. */
function offsetAt(ms: number, timeZone: string): number {
  const { format, offsets } = zoneOf(timeZone)
  const quarter = Math.floor(ms / quarterMs)
  const known = offsets.get(quarter)
  if (known !== undefined) return known
  const start = quarter * quarterMs
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(start)) part[type] = Number(value)
  const offset = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!) - start
  if (offsets.size >= cacheMax) offsets.clear()
  offsets.set(quarter, offset)
  return offset
}

const dayOf = (wallMs: number): string => new Date(wallMs).toISOString().slice(0, 10)
const wallOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)

export type LocalTime = { day: string; weekday: number; minute: number }

/** An instant on the wall clock of a zone. Weekday 0 is Sunday; midnight is minute 0. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const wall = instant.getTime() + offsetAt(instant.getTime(), timeZone)
  const date = new Date(wall)
  return { day: dayOf(wall), weekday: date.getUTCDay(), minute: date.getUTCHours() * 60 + date.getUTCMinutes() }
}

/**
 * The instant of a wall-clock minute (it may lie beyond that day's midnight). A time that happens twice is the first of the two;
 * one that a clock change skips is as much later as the clock jumps.
 */
export function instantOf(day: string, minute: number, timeZone: string): Date {
  const wall = wallOf(day) + minute * minuteMs
  const before = wall - offsetAt(wall - dayMs, timeZone)
  const after = wall - offsetAt(wall + dayMs, timeZone)
  const fits = (ms: number) => ms + offsetAt(ms, timeZone) === wall
  if (fits(before) && fits(after)) return new Date(Math.min(before, after))
  return new Date(fits(after) ? after : before)
}

/** The day that lies `count` days later (or earlier). */
export const addDays = (day: string, count: number): string => dayOf(wallOf(day) + count * dayMs)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(wallOf(day)).getUTCDay()

/** The half-open span of instants that a business day covers. `cutoffMinute` is minutes after local midnight. */
export const businessDayRange = (day: string, timeZone: string, cutoffMinute: number): { from: Date; to: Date } => ({
  from: instantOf(day, cutoffMinute, timeZone),
  to: instantOf(addDays(day, 1), cutoffMinute, timeZone),
})

/** The business day an instant belongs to: what happens at 01:30 with a cutoff of 04:00 belongs to the evening before. */
export function businessDay(instant: Date, timeZone: string, cutoffMinute: number): string {
  const ms = instant.getTime()
  const day = dayOf(ms + offsetAt(ms, timeZone) - cutoffMinute * minuteMs)
  const { from, to } = businessDayRange(day, timeZone, cutoffMinute)
  if (instant < from) return addDays(day, -1)
  return instant < to ? day : addDays(day, 1)
}

/** The date part of an order's number, 'MMDD' (R5). */
export const orderDateCode = (day: string): string => day.slice(5, 7) + day.slice(8, 10)

/** A span of dates wide enough to hold every local date within `back` and `ahead` days of an instant, in any zone. */
export const datesAround = (now: Date, back: number, ahead: number): { from: string; to: string } => ({
  from: dayOf(now.getTime() - (back + 1) * dayMs),
  to: dayOf(now.getTime() + (ahead + 1) * dayMs),
})
