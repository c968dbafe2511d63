import type { AuditEntry } from '../../domain/audit/queries'
import { changesOf, type Reader } from '../ui/audit-change'
import { actionText, whoText } from '../ui/audit-words'
import { csvLine } from '../ui/csv'
import { dateText, type T } from '../ui/words'

const columns = ['when', 'who', 'where', 'tablet', 'what', 'subject', 'change', 'number'] as const

export const auditCsvHead = (t: T): string => csvLine(columns.map((column) => t(`audit.csv.${column}`)))

/** One entry as a line of the file: what changed is told field by field, as the page tells it. */
export function auditCsvLine(reader: Reader, timeZone: string, entry: AuditEntry): string {
  const { t } = reader
  const two = '2-digit' as const
  const clock = { year: 'numeric' as const, month: two, day: two, hour: two, minute: two, second: two }
  const changes = changesOf(reader, timeZone, entry)
    .filter(({ isChanged }) => isChanged)
    .map(({ field, before, after }) => `${field}: ${[before ?? '', after ?? ''].join(' → ').trim()}`)
  return csvLine([
    dateText(entry.at, 'zh-Hant', timeZone, { ...clock, hourCycle: 'h23' }),
    whoText(t, entry),
    entry.storeName ?? t('audit.whole_brand'),
    entry.tablet ?? '',
    actionText(t, entry.action),
    entry.subject ?? '',
    changes.join('; '),
    entry.id,
  ])
}
