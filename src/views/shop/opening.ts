import type { ClosedRule, DaySpan, Openness } from '../../domain/brands/hours'
import type { Lang } from '../../domain/shared/ctx'
import { pauseReasonText } from '../ui/cause'
import { clockText, dateText, type T, textIn } from '../ui/words'

type Reader = { t: T; lang: Lang; now: Date }

/** 週五, Friday: the short form of one is as clear as the long form of the other. */
const weekdayStyle = { 'zh-Hant': 'short', en: 'long' } as const

/** When a store opens again, as one says it today: 17:00, tomorrow 11:00, Monday 11:00. */
function whenText({ t, lang, now }: Reader, at: Date, timeZone: string): string {
  const clock = clockText(at, lang, timeZone)
  const dayOf = (date: Date) => dateText(date, 'en', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  if (dayOf(at) === dayOf(now)) return clock
  if (dayOf(at) === dayOf(new Date(now.getTime() + 86_400_000))) return t('shop.opening.tomorrow_at', { clock })
  return t('shop.opening.day_at', { day: dateText(at, lang, timeZone, { weekday: weekdayStyle[lang] }), clock })
}

/** Open until when, or closed by which rule and until when: the line under a store's name (R3). */
export function openingText(reader: Reader, openness: Openness, timeZone: string): string {
  const { t, lang } = reader
  if (openness.open) {
    if (!openness.closesAt) return t('shop.opening.always')
    return t('shop.opening.until', { clock: clockText(openness.closesAt, lang, timeZone) })
  }
  const rule: ClosedRule = openness.rule
  if (!openness.opensAt) return t(`shop.opening.${rule}_for_now`)
  return t(`shop.opening.${rule}`, { at: whenText(reader, openness.opensAt, timeZone) })
}

/** Why it is closed, if the store said so. */
export function closedReason({ t, lang }: Reader, openness: Openness): string {
  if (openness.open || !openness.reason) return ''
  return typeof openness.reason === 'string' ? pauseReasonText(t, openness.reason) : textIn(openness.reason, lang)
}

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** A day's hours: 11:00–14:30, 17:00–21:30. */
export function hoursText(t: T, spans: readonly DaySpan[]): string {
  if (spans.length === 0) return t('shop.opening.no_hours')
  if (spans.some((s) => s.opensMinute === 0 && s.closesMinute >= 1440)) return t('shop.opening.all_day')
  return spans.map((s) => `${clockOf(s.opensMinute)}–${clockOf(s.closesMinute)}`).join(t('shop.comma'))
}

/** 0 is Sunday. */
export const weekdayText = (lang: Lang, weekday: number): string =>
  dateText(new Date(Date.UTC(2024, 0, 7 + weekday)), lang, 'UTC', { weekday: weekdayStyle[lang] })
