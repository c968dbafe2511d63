import type { Texts } from '../shared/ctx'
import { addDays, instantOf, localTime, weekdayOf } from './business-day'

/** Minutes from the day's midnight; past 1440 is after the next midnight. */
export type DaySpan = { opensMinute: number; closesMinute: number }
export type WeeklySpan = DaySpan & { weekday: number }
/** A date that differs: all its rows together replace that weekday's hours; a row without minutes opens nothing. */
export type DayException = { day: string; opensMinute: number | null; closesMinute: number | null; reason: Texts }

export type Timetable = { hours: readonly WeeklySpan[]; exceptions: readonly DayException[] }
export type Clockwork = {
  timeZone: string
  lastOrderMinutes: number
  pausedUntil: Date | null
  pauseReason: string | null
}

/** The rule that keeps a store closed, for the page to name. */
export type ClosedRule = 'holiday' | 'closed_today' | 'before' | 'between' | 'after' | 'last_order' | 'paused'
export type Closed = { open: false; rule: ClosedRule; opensAt: Date | null; reason: Texts | string | null }
export type Openness = { open: true; closesAt: Date | null; lastOrderAt: Date | null } | Closed

type Span = { from: Date; to: Date }
/** How far ahead the next opening is looked for. A store open on through all of it has no closing time. */
const aheadDays = 8

/** A date's hours, exceptions subtracted first (R3), in order and with what touches joined. */
export function dayHours({ hours, exceptions }: Timetable, day: string): DaySpan[] {
  const special = exceptions.filter((e) => e.day === day)
  const weekday = weekdayOf(day)
  const spans: DaySpan[] = special.length > 0 ? special.filter(hasMinutes) : hours.filter((h) => h.weekday === weekday)
  return joined(
    spans,
    (s) => s.opensMinute,
    (s) => s.closesMinute,
    (opensMinute, closesMinute) => ({ opensMinute, closesMinute }),
  )
}

const hasMinutes = (e: DayException): e is DayException & DaySpan => e.opensMinute !== null && e.closesMinute !== null

function joined<T, K extends number | Date>(
  items: readonly T[],
  from: (t: T) => K,
  to: (t: T) => K,
  make: (a: K, b: K) => T,
): T[] {
  const out: T[] = []
  for (const item of items.toSorted((a, b) => Number(from(a)) - Number(from(b)))) {
    const last = out.at(-1)
    if (last === undefined || from(item) > to(last)) out.push(make(from(item), to(item)))
    else if (to(item) > to(last)) out[out.length - 1] = make(from(last), to(item))
  }
  return out
}

/** A table that is asked again on the same day has the same spans. */
const known = new WeakMap<Timetable, { key: string; spans: Span[] }>()

/** What is open around `now`, as spans of instants. A span belongs to the date it starts on and may cross midnight. */
function openSpans(store: Clockwork, table: Timetable, today: string): Span[] {
  const key = `${today} ${store.timeZone}`
  const kept = known.get(table)
  if (kept?.key === key) return kept.spans
  const spans = spansAround(store, table, today)
  known.set(table, { key, spans })
  return spans
}

function spansAround(store: Clockwork, table: Timetable, today: string): Span[] {
  const days = Array.from({ length: aheadDays + 2 }, (_, i) => addDays(today, i - 1))
  const at = (day: string, minute: number) => instantOf(day, minute, store.timeZone)
  const spans = days.flatMap((day) =>
    dayHours(table, day).map((s): Span => ({ from: at(day, s.opensMinute), to: at(day, s.closesMinute) })),
  )
  return joined(
    spans.filter((s) => s.from < s.to),
    (s) => s.from,
    (s) => s.to,
    (from, to) => ({ from, to }),
  )
}

/**
 * Whether a store takes orders at `now`, and if not, the rule that says so and when it opens next (R3).
 * Orders stop `lastOrderMinutes` before closing. A pause counts only while the store would be open.
 */
export function openness(store: Clockwork, table: Timetable, now: Date): Openness {
  const { day: today } = localTime(now, store.timeZone)
  const spans = openSpans(store, table, today)
  const current = spans.find((s) => s.from <= now && now < s.to)
  const next = spans.find((s) => s.from > now)?.from ?? null
  if (!current) return closedBy(table, today, store, now, next)

  const isEndless = current === spans.at(-1) && current.to >= instantOf(addDays(today, aheadDays), 0, store.timeZone)
  const lastOrderAt = isEndless ? null : new Date(current.to.getTime() - store.lastOrderMinutes * 60_000)
  if (lastOrderAt && now >= lastOrderAt) return { open: false, rule: 'last_order', opensAt: next, reason: null }
  if (store.pausedUntil && now < store.pausedUntil) {
    const isBack = lastOrderAt === null || store.pausedUntil < lastOrderAt
    return { open: false, rule: 'paused', opensAt: isBack ? store.pausedUntil : next, reason: store.pauseReason }
  }
  return { open: true, closesAt: isEndless ? null : current.to, lastOrderAt }
}

function closedBy(table: Timetable, today: string, store: Clockwork, now: Date, opensAt: Date | null): Closed {
  const spans = dayHours(table, today)
  const exception = table.exceptions.find((e) => e.day === today)
  const closed = (rule: ClosedRule, reason: Texts | null = null): Closed => ({ open: false, rule, opensAt, reason })
  if (spans.length === 0) return exception ? closed('holiday', exception.reason) : closed('closed_today')
  const isAhead = spans.map((s) => instantOf(today, s.opensMinute, store.timeZone) > now)
  if (isAhead.every(Boolean)) return closed('before')
  return closed(isAhead.some(Boolean) ? 'between' : 'after')
}
