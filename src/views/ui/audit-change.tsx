import type { FC } from 'hono/jsx'
import type { AuditEntry } from '../../domain/audit/queries'
import { causeText } from './cause'
import { moneyText } from './money'
import { phoneText } from './phone'
import { useView, type View } from './view'
import { dayClockText, numberText } from './words'

/** Whose words the values are put into. */
export type Reader = Pick<View, 't' | 'lang'>
export type FieldChange = { field: string; before: string | null; after: string | null; isChanged: boolean }

const rights = new Set(['p1', 'p2', 'p3', 'p4'])
const money = /price|amount|fee|delta|minimum|tendered|order_total/i
const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A recorded value as the reader writes it; null for nothing, and for ids, which say nothing to anybody. */
function valueText(view: Reader, timeZone: string, field: string, value: unknown): string | null {
  const { t, lang } = view
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') {
    if (rights.has(field)) return t(value ? 'audit.allowed' : 'audit.not_allowed')
    return t(value ? 'audit.yes' : 'audit.no')
  }
  if (typeof value === 'number') return money.test(field) ? moneyText(value, lang) : numberText(value, lang)
  if (Array.isArray(value)) return listText(view, timeZone, field, value)
  if (typeof value === 'object') return listText(view, timeZone, field, Object.values(value))
  const text = String(value)
  if (anId.test(text)) return null
  if (instant.test(text)) return dayClockText(new Date(text), lang, timeZone)
  if (/^\+\d{8,15}$/.test(text)) return phoneText(text)
  if (!/^[a-z_]+$/.test(text)) return text
  return field === 'cause' ? causeText(t, text) : t(`audit.value.${text}`, { defaultValue: text })
}

function listText(view: Reader, timeZone: string, field: string, values: unknown[]): string | null {
  const texts = values.map((one) => valueText(view, timeZone, field, one)).filter((text) => text !== null)
  return texts.length > 0 ? texts.join(view.t('audit.comma')) : null
}

/**
 * What was recorded before and after an act, field by field; a field that only one side names has nothing on the other. How far an order
 * was before it moved on is no change by itself: the act says where it went.
 */
export function changesOf(view: Reader, timeZone: string, { action, before, after }: AuditEntry): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const isOrder = action.startsWith('order.')
  return fields
    .filter((field) => field !== 'fulfilment' || after?.fulfilment !== undefined)
    .map((field) => {
      const [was, is] = [before?.[field], after?.[field]]
      const isChanged = JSON.stringify(was ?? null) !== JSON.stringify(is ?? null)
      const known = isOrder && field === 'total' ? 'order_total' : field
      const text = (value: unknown) => valueText(view, timeZone, known, value)
      return {
        field: view.t(`audit.field.${known}`, { defaultValue: field }),
        before: text(was),
        after: text(is),
        isChanged,
      }
    })
    .filter((change) => change.before !== null || change.after !== null)
}

/** The change in a line: what went is struck, what came is marked. */
export const ChangeLine: FC<{ entry: AuditEntry; timeZone: string }> = ({ entry, timeZone }) => {
  const changes = changesOf(useView(), timeZone, entry).filter(({ isChanged }) => isChanged)
  return (
    <>
      {changes.map(({ field, before, after }, i) => (
        <>
          {i > 0 && <span class="text-muted">{useView().t('audit.comma')}</span>}
          <span class="text-muted">{field}</span> {before !== null && <del>{before}</del>}{' '}
          {after !== null && <ins>{after}</ins>}
        </>
      ))}
    </>
  )
}
