import type { Lang } from '../../domain/shared/ctx'
import { dateText } from '../ui/words'

/** A calendar day as the reader writes it; `day` is a date without a zone. */
export function dayText(day: string, lang: Lang): string {
  const at = new Date(`${day}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) => dateText(at, lang, 'UTC', options)
  if (lang === 'en') return part({ weekday: 'short', day: 'numeric', month: 'short' })
  return `${part({ month: 'numeric', day: 'numeric' })} ${part({ weekday: 'short' })}`
}
