import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, instantOf, weekdayOf } from '../../../src/domain/brands/business-day'
import { type DayException, dayHours, openness, type WeeklySpan } from '../../../src/domain/brands/hours'

const timeZone = 'Asia/Taipei'
const store = { timeZone, lastOrderMinutes: 20, pausedUntil: null, pauseReason: null }
const at = (local: string) => new Date(`${local}:00+08:00`)
const h = (hour: number, minute = 0) => hour * 60 + minute
const week = (...spans: [number, number][]): WeeklySpan[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) =>
    spans.map(([opensMinute, closesMinute]) => ({ weekday, opensMinute, closesMinute })),
  )
const off = (day: string, zh = '公休'): DayException => ({
  day,
  opensMinute: null,
  closesMinute: null,
  reason: { 'zh-Hant': zh },
})

// 2026-11-20 is a Friday.
describe('two meals a day, 11:00-14:30 and 17:00-21:30', () => {
  const table = { hours: week([h(11), h(14, 30)], [h(17), h(21, 30)]), exceptions: [] }
  const look = (local: string) => openness(store, table, at(local))

  test('R3: it is open during lunch, closes at 14:30, and takes the last order 20 minutes before', () => {
    expect(look('2026-11-20T12:00')).toEqual({
      open: true,
      closesAt: at('2026-11-20T14:30'),
      lastOrderAt: at('2026-11-20T14:10'),
    })
  })
  test.each([
    ['2026-11-20T09:00', 'before', '2026-11-20T11:00'],
    ['2026-11-20T14:10', 'last_order', '2026-11-20T17:00'],
    ['2026-11-20T14:30', 'between', '2026-11-20T17:00'],
    ['2026-11-20T22:00', 'after', '2026-11-21T11:00'],
  ])('complaint 28: at %s it is closed by the rule "%s" until %s', (now, rule, opens) => {
    expect(look(now)).toEqual({ open: false, rule, opensAt: at(opens), reason: null })
  })
  test('complaint 26: the minute of opening is open, the minute of the last order is not', () => {
    expect(look('2026-11-20T11:00').open).toBe(true)
    expect(look('2026-11-20T14:09').open).toBe(true)
    expect(look('2026-11-20T14:10').open).toBe(false)
  })
})

describe('open Friday evening until 02:00', () => {
  const table = { hours: [{ weekday: 5, opensMinute: h(18), closesMinute: h(26) }], exceptions: [] as DayException[] }
  const look = (local: string, exceptions = table.exceptions) => openness(store, { ...table, exceptions }, at(local))

  test('complaint 25: hours over midnight open no extra day', () => {
    expect(look('2026-11-21T01:30').open).toBe(true)
    expect(look('2026-11-20T01:30')).toMatchObject({ open: false, rule: 'before', opensAt: at('2026-11-20T18:00') })
    expect(look('2026-11-21T03:00')).toMatchObject({
      open: false,
      rule: 'closed_today',
      opensAt: at('2026-11-27T18:00'),
    })
    expect(look('2026-11-22T01:30').open).toBe(false)
  })
  test('defect 19: a late shop is open at five past midnight', () => {
    expect(look('2026-11-21T00:05')).toMatchObject({ open: true, closesAt: at('2026-11-21T02:00') })
  })
  test('a holiday on Saturday does not end Friday night early; a holiday on Friday closes its night too', () => {
    expect(look('2026-11-21T01:00', [off('2026-11-21')]).open).toBe(true)
    expect(look('2026-11-21T01:00', [off('2026-11-20')])).toMatchObject({ open: false, rule: 'closed_today' })
    expect(look('2026-11-20T19:00', [off('2026-11-20', '店休')])).toMatchObject({
      rule: 'holiday',
      reason: { 'zh-Hant': '店休' },
    })
  })
})

describe('exceptions', () => {
  const hours = week([h(11), h(21)])
  const special = (opensMinute: number, closesMinute: number): DayException => ({
    day: '2026-11-20',
    opensMinute,
    closesMinute,
    reason: {},
  })

  test("complaint 28: special hours replace the weekday's, however many", () => {
    const table = { hours, exceptions: [special(h(9), h(10)), special(h(13), h(15))] }
    expect(dayHours(table, '2026-11-20')).toEqual([
      { opensMinute: h(9), closesMinute: h(10) },
      { opensMinute: h(13), closesMinute: h(15) },
    ])
    expect(openness(store, table, at('2026-11-20T12:00'))).toMatchObject({
      rule: 'between',
      opensAt: at('2026-11-20T13:00'),
    })
    expect(openness(store, table, at('2026-11-20T18:00'))).toMatchObject({ rule: 'after' })
  })
  test('a store that is closed for all the days it can see says no time', () => {
    const exceptions = Array.from({ length: 12 }, (_, i) => off(addDays('2026-11-19', i)))
    expect(openness(store, { hours, exceptions }, at('2026-11-20T12:00'))).toMatchObject({
      rule: 'holiday',
      opensAt: null,
    })
  })
})

describe('a pause', () => {
  const table = { hours: week([h(11), h(21)]), exceptions: [] }
  const paused = (until: string) => ({ ...store, pausedUntil: at(until), pauseReason: '爐子壞了' })

  test('R3: stops orders while it lasts and says why and until when', () => {
    expect(openness(paused('2026-11-20T13:00'), table, at('2026-11-20T12:00'))).toEqual({
      open: false,
      rule: 'paused',
      opensAt: at('2026-11-20T13:00'),
      reason: '爐子壞了',
    })
    expect(openness(paused('2026-11-20T13:00'), table, at('2026-11-20T13:00')).open).toBe(true)
  })
  test('one that lasts past the last order ends with the next opening', () => {
    expect(openness(paused('2026-11-20T20:50'), table, at('2026-11-20T20:00'))).toMatchObject({
      opensAt: at('2026-11-21T11:00'),
    })
  })
})

test('R3: a store open round the clock never closes and has no last order', () => {
  const table = { hours: week([0, 1440]), exceptions: [] }
  expect(openness(store, table, at('2026-11-20T23:55'))).toEqual({ open: true, closesAt: null, lastOrderAt: null })
})

const spans = fc.array(
  fc.record({ weekday: fc.nat(6), opensMinute: fc.nat(1439), length: fc.integer({ min: 1, max: 1440 }) }),
  { maxLength: 8 },
)
const exceptionDays = fc.array(
  fc.record({
    offset: fc.integer({ min: -1, max: 3 }),
    opens: fc.option(fc.nat(1439)),
    length: fc.integer({ min: 1, max: 1440 }),
  }),
  { maxLength: 4 },
)

test('R3: open is exactly when some interval of some date covers now, less the last-order minutes', () => {
  fc.assert(
    fc.property(
      spans,
      exceptionDays,
      fc.nat(10_080),
      fc.constantFrom('Asia/Taipei', 'America/New_York', 'Europe/Berlin'),
      (weekly, special, minute, zone) => {
        const today = '2026-03-08'
        const hours = weekly.map(({ weekday, opensMinute, length }) => ({
          weekday,
          opensMinute,
          closesMinute: opensMinute + length,
        }))
        const exceptions = special.map(({ offset, opens, length }) => ({
          day: addDays(today, offset),
          opensMinute: opens,
          closesMinute: opens === null ? null : opens + length,
          reason: {},
        }))
        const now = new Date(instantOf(today, 0, zone).getTime() + (minute % 2880) * 60_000)
        const covered = Array.from({ length: 6 }, (_, i) => addDays(today, i - 2)).some((day) => {
          const own = exceptions.filter((e) => e.day === day)
          const those = own.length > 0 ? own : hours.filter((s) => s.weekday === weekdayOf(day))
          return those.some(
            (s) =>
              s.opensMinute !== null &&
              s.closesMinute !== null &&
              instantOf(day, s.opensMinute, zone) <= now &&
              now < instantOf(day, s.closesMinute, zone),
          )
        })
        const answer = openness({ ...store, timeZone: zone, lastOrderMinutes: 0 }, { hours, exceptions }, now)
        expect(answer.open).toBe(covered)
        if (!answer.open && answer.opensAt) {
          expect(answer.opensAt > now).toBe(true)
          expect(
            openness({ ...store, timeZone: zone, lastOrderMinutes: 0 }, { hours, exceptions }, answer.opensAt).open,
          ).toBe(true)
        }
        if (answer.open && answer.closesAt) expect(answer.closesAt > now).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
