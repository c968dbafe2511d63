import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  businessDay,
  businessDayRange,
  datesAround,
  instantOf,
  localTime,
  orderDateCode,
  weekdayOf,
} from '../../../src/domain/brands/business-day'

const zones = [
  'Asia/Taipei',
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
]
const zone = fc.constantFrom(...zones)
const cutoff = fc.integer({ min: 0, max: 720 })
const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

test('R2: every instant lies within the business day it is counted to, and in no other', () => {
  fc.assert(
    fc.property(instant, zone, cutoff, (now, timeZone, cutoffMinute) => {
      const day = businessDay(now, timeZone, cutoffMinute)
      const { from, to } = businessDayRange(day, timeZone, cutoffMinute)
      expect(now >= from && now < to).toBe(true)
      expect(businessDay(from, timeZone, cutoffMinute)).toBe(day)
      expect(businessDay(new Date(to.getTime() - 1), timeZone, cutoffMinute)).toBe(day)
      expect(businessDay(to, timeZone, cutoffMinute)).toBe(addDays(day, 1))
    }),
    { numRuns: 500 },
  )
})

test('R2: the wall clock of an instant reads as Intl reads it, and leads back to the instant', () => {
  fc.assert(
    fc.property(instant, zone, (now, timeZone) => {
      const local = localTime(now, timeZone)
      const read = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(now)
      const clock = `${String(Math.floor(local.minute / 60)).padStart(2, '0')}:${String(local.minute % 60).padStart(2, '0')}`
      expect(`${local.day} ${clock}`).toBe(read)
      expect(local.weekday).toBe(weekdayOf(local.day))
      expect(localTime(instantOf(local.day, local.minute, timeZone), timeZone)).toEqual(local)
    }),
    { numRuns: 500 },
  )
})

describe('in Taipei, with the day ending at 04:00', () => {
  const day = (iso: string) => businessDay(new Date(iso), 'Asia/Taipei', 240)

  test('defect 19: a quarter past midnight is 00:15, and still belongs to the evening before', () => {
    expect(localTime(new Date('2026-11-20T16:15:00Z'), 'Asia/Taipei')).toEqual({
      day: '2026-11-21',
      weekday: 6,
      minute: 15,
    })
    expect(day('2026-11-20T16:15:00Z')).toBe('2026-11-20')
  })
  test("complaint 31: a day is cut at the store's own cutoff, not at midnight UTC", () => {
    expect(day('2026-11-20T19:59:59.999Z')).toBe('2026-11-20')
    expect(day('2026-11-20T20:00:00Z')).toBe('2026-11-21')
    expect(businessDayRange('2026-11-20', 'Asia/Taipei', 240)).toEqual({
      from: new Date('2026-11-19T20:00:00Z'),
      to: new Date('2026-11-20T20:00:00Z'),
    })
  })
  test('R5: an order of that night carries the date of its business day', () => {
    expect(orderDateCode(day('2026-11-30T17:00:00Z'))).toBe('1130')
  })
})

test('R2: a day on which the clock changes is an hour shorter or longer, and no minute is lost', () => {
  const hours = (day: string) => {
    const { from, to } = businessDayRange(day, 'America/New_York', 90)
    return (to.getTime() - from.getTime()) / 3_600_000
  }
  expect([hours('2026-03-07'), hours('2026-03-08'), hours('2026-10-31'), hours('2026-11-01')]).toEqual([24, 23, 24, 25])
  expect(instantOf('2026-03-08', 150, 'America/New_York')).toEqual(new Date('2026-03-08T07:30:00Z'))
  expect(instantOf('2026-11-01', 90, 'America/New_York')).toEqual(new Date('2026-11-01T05:30:00Z'))
})

test('R2: the dates asked for around now hold every local date, in any zone', () => {
  fc.assert(
    fc.property(instant, zone, (now, timeZone) => {
      const { from, to } = datesAround(now, 1, 8)
      const { day } = localTime(now, timeZone)
      expect(from <= addDays(day, -1) && addDays(day, 8) <= to).toBe(true)
    }),
  )
})
