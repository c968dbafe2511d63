import type { Lang, Texts } from '../../domain/shared/ctx'

/** Gives the words for a key in the reader's language; {{name}} in the words is filled from `values`. */
export type T = (key: string, values?: Record<string, string | number>) => string

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

const locale = (lang: Lang) => (lang === 'en' ? 'en-GB' : 'zh-Hant-TW')

/** An instant in the store's zone, as the reader writes it; `options` as Intl has them. Always 00-23 hours. */
export function dateText(at: Date, lang: Lang, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([lang, timeZone, options])
  let format = dates.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale(lang), { timeZone, hourCycle: 'h23', ...options })
    dates.set(key, format)
  }
  return format.format(at)
}

/** 18:57 */
export const clockText = (at: Date, lang: Lang, timeZone: string): string =>
  dateText(at, lang, timeZone, { hour: '2-digit', minute: '2-digit' })

/** 11/20 18:57 */
export const dayClockText = (at: Date, lang: Lang, timeZone: string): string =>
  dateText(at, lang, timeZone, { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })

/** A whole number with the reader's separators. */
export function numberText(value: number, lang: Lang): string {
  let format = numbers.get(lang)
  if (!format) {
    format = new Intl.NumberFormat(locale(lang))
    numbers.set(lang, format)
  }
  return format.format(value)
}

/** Minor units as digits without a sign or symbol, with the currency's decimals: 1070 TWD is 1,070. */
export function amountText(minor: number, lang: Lang, decimals: number): string {
  const whole = Math.abs(minor) / 10 ** decimals
  const key = `${lang}:${decimals}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale(lang), { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    numbers.set(key, format)
  }
  return format.format(whole)
}

/** Decimals of a currency's minor unit (ISO 4217); TWD is used without cents in Taiwan. */
export function decimalsOf(currency: string): number {
  if (currency === 'TWD') return 0
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** A text in the reader's language, else in the brand's, else in any it has. */
export function textIn(texts: Texts, lang: Lang, fallback: Lang = 'zh-Hant'): string {
  return texts[lang] ?? texts[fallback] ?? Object.values(texts)[0] ?? ''
}
