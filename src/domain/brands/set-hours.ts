import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { dayHours, type WeeklySpan } from './hours'

export type HoursRefusal = { reason: 'not_found' } | { reason: 'hours_bad'; weekday: number }

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
const perDay = 6

/**
 * Gives the context's store the hours it keeps from now on, all days at once; open pages hear of it. Spans of a day that touch or overlap
 * become one; one past midnight belongs to the day it begins on. Refuses a span that is none, or more than a day long.
 */
export async function setHours(
  tx: Tx,
  ctx: Ctx,
  { week }: { week: readonly WeeklySpan[] },
): Promise<Result<{ storeId: string }, HoursRefusal>> {
  const { brandId, storeId } = ctx
  const wrong = week.find((span) => !isSpan(span)) ?? tooMany(week)
  if (wrong) return refuse({ reason: 'hours_bad', weekday: wrong.weekday })
  const store = await tx
    .selectFrom('store')
    .select('id')
    .where('brandId', '=', brandId)
    .where('id', '=', storeId)
    .forUpdate()
    .executeTakeFirst()
  if (!store) return refuse({ reason: 'not_found' })
  const hours = tx.deleteFrom('storeHours').where('brandId', '=', brandId).where('storeId', '=', storeId)
  const was = await hours.returning(['weekday', 'opensMinute', 'closesMinute']).execute()
  const rows = weekdays.flatMap((weekday) =>
    spansOf(week, weekday).map((span) => ({ brandId, id: newId(), storeId, weekday, ...span })),
  )
  if (rows.length > 0) await tx.insertInto('storeHours').values(rows).execute()
  const changed = weekdays.filter((weekday) => wordOf(was, weekday) !== wordOf(week, weekday))
  const days = (of: readonly WeeklySpan[]) => Object.fromEntries(changed.map((day) => [`day_${day}`, wordOf(of, day)]))
  if (changed.length > 0)
    await audit(tx, ctx, { action: 'store.hours', subjectId: storeId, before: days(was), after: days(week) })
  announce(tx, `store:${storeId}:menu`, `store:${storeId}:orders`)
  return ok({ storeId })
}

const isSpan = ({ opensMinute, closesMinute }: WeeklySpan): boolean =>
  opensMinute >= 0 && opensMinute < 1440 && closesMinute > opensMinute && closesMinute - opensMinute <= 1440

const tooMany = (week: readonly WeeklySpan[]): WeeklySpan | undefined =>
  week.find(({ weekday }) => week.filter((span) => span.weekday === weekday).length > perDay)

/** A Sunday of the calendar, to ask a weekday's hours by a date. */
const sunday = 7

const spansOf = (hours: readonly WeeklySpan[], weekday: number) =>
  dayHours({ hours, exceptions: [] }, `2024-01-${String(sunday + weekday).padStart(2, '0')}`)

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A day's hours as the log keeps them. */
const wordOf = (hours: readonly WeeklySpan[], weekday: number): string =>
  spansOf(hours, weekday)
    .map(({ opensMinute, closesMinute }) => `${clock(opensMinute)}–${clock(closesMinute)}`)
    .join(' ')
