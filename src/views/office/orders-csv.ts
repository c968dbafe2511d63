import type { OfficeOrder } from '../../domain/orders/office-orders'
import type { Lang } from '../../domain/shared/ctx'
import { csvLine } from '../ui/csv'
import { decimalsOf, type T, textIn } from '../ui/words'

const columns = [
  'number',
  'date',
  'time',
  'type',
  'guest',
  'phone',
  'address',
  'content',
  'status',
  'payment',
  'amount',
  'refunded',
  'end_reason',
] as const

export const csvHead = (t: T): string => csvLine(columns.map((column) => t(`office.csv.${column}`)))

/** One order as a line of the file. Amounts in whole currency units, so that a spreadsheet can add them up. */
export function csvOrder(t: T, lang: Lang, clock: (at: Date) => string, order: OfficeOrder): string {
  const units = 10 ** decimalsOf(order.currency)
  return csvLine([
    order.fullNumber ?? '',
    order.businessDay,
    clock(order.createdAt),
    t(`orders.type.${order.orderType}`),
    order.tableLabel || order.contactName,
    order.contactPhone,
    order.address,
    order.lines.map(({ name, quantity }) => `${textIn(name, lang)} ${quantity}`).join(t('office.orders.list_comma')),
    t(`orders.status.${order.status}`),
    order.payWay ? t(`orders.method.${order.payWay}`) : '',
    order.total / units,
    order.refunded / units,
    order.endReason ?? '',
  ])
}
