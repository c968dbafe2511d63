import { type RawBuilder, sql } from 'kysely'
import type { Lang, Texts } from '../shared/ctx'
import type { DayException, Timetable, WeeklySpan } from './hours'

/** [subject id, field, language, text], as `translation` rows travel in one JSON column. */
export type TextRow = [string, string, string, string]
type Spoken = { defaultLang: Lang }

/** A text of a subject in every language it was written in: the brand's own first, then the translations. */
export function textsOf(brand: Spoken, rows: readonly TextRow[] | null, id: string, field: string, own: string): Texts {
  const texts: Record<string, string> = own === '' ? {} : { [brand.defaultLang]: own }
  for (const [subject, name, lang, text] of rows ?? []) if (subject === id && name === field) texts[lang] = text
  return texts
}

export const withOwn = (brand: Spoken, own: string, translations: Texts | null): Texts => ({
  ...(own === '' ? {} : { [brand.defaultLang]: own }),
  ...translations,
})

/** [weekday, opens, closes] and [day, opens, closes, reason, reason in other languages]. */
export type TimetableRow = {
  hours: [number, number, number][] | null
  exceptions: [string, number | null, number | null, string, Texts | null][] | null
}
export type ClockRow = TimetableRow & { lastOrderMinutes: number; pausedUntil: Date | null; pauseReason: string | null }

/** The hours of store `s` and what differs on these dates, as two JSON columns of its row. */
export const timetableColumns = (dates: { from: string; to: string }): RawBuilder<unknown> => sql`
  (select json_agg(json_build_array(h.weekday, h.opens_minute, h.closes_minute)) from store_hours h
    where h.brand_id = s.brand_id and h.store_id = s.id) as hours,
  (select json_agg(json_build_array(e.day, e.opens_minute, e.closes_minute, e.reason,
      (select json_object_agg(t.lang, t.text) from translation t where t.brand_id = e.brand_id and t.subject_id = e.id)))
    from store_hours_exception e
    where e.brand_id = s.brand_id and e.store_id = s.id and e.day between ${dates.from} and ${dates.to}) as exceptions`

export const asTimetable = (brand: Spoken, { hours, exceptions }: TimetableRow): Timetable => ({
  hours: (hours ?? []).map(
    ([weekday, opensMinute, closesMinute]): WeeklySpan => ({ weekday, opensMinute, closesMinute }),
  ),
  exceptions: (exceptions ?? []).map(
    ([day, opensMinute, closesMinute, reason, other]): DayException => ({
      day,
      opensMinute,
      closesMinute,
      reason: withOwn(brand, reason, other),
    }),
  ),
})
