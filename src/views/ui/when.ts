import type { View } from './view'
import { clockText, dateText } from './words'

const dayMs = 86_400_000
const date = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

/** An instant as people say it: today and yesterday by the clock, this year by the day, before that with the year. */
export function whenText({ t, lang, now }: View, at: Date, timeZone: string): string {
  const day = (instant: Date) => dateText(instant, lang, timeZone, date)
  const clock = clockText(at, lang, timeZone)
  if (day(at) === day(now)) return t('staff.when_today', { clock })
  if (day(at) === day(new Date(now.getTime() - dayMs))) return t('staff.when_yesterday', { clock })
  return dayOf(at, lang, timeZone, now)
}

/** The day alone, with the year where it is another. */
export function dayOf(at: Date, lang: View['lang'], timeZone: string, now: Date): string {
  const year = (instant: Date) => dateText(instant, lang, timeZone, { year: 'numeric' })
  return dateText(
    at,
    lang,
    timeZone,
    year(at) === year(now) ? { month: 'numeric', day: 'numeric' } : { ...date, month: 'numeric', day: 'numeric' },
  )
}

/** How long something still holds: hours, or minutes when it is less than two. */
export function leftText({ t, now }: View, until: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  return minutes < 120
    ? t('staff.left_minutes', { count: minutes })
    : t('staff.left_hours', { count: Math.floor(minutes / 60) })
}
