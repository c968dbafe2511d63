import { z } from 'zod'
import { businessDay } from '../../domain/brands/business-day'
import type { OfficeFilter } from '../../domain/orders/office-filter'
import { type LedgerFilter, orderTypes, paymentStates, statusWords } from '../../views/office/order-filter'
import type { C } from '../kit/context'

/** A value that nobody would choose is as good as absent: a filter from an old link must not break the page. */
const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined)

const query = z.object({
  day: optional(z.iso.date()),
  status: optional(z.enum(statusWords)),
  type: optional(z.enum(orderTypes)),
  payment: optional(z.enum(paymentStates)),
  needs: optional(z.literal('1')),
  q: optional(z.string().trim().min(1).max(60)),
  cursor: optional(z.uuid()),
})

export type LedgerQuery = {
  today: string
  day: string
  filter: LedgerFilter
  cursor: string | null
  narrowing: OfficeFilter & { day: string }
}

/** The ledger's filter out of the URL, with today's business day where none is named. */
export function ledgerQuery(c: C): LedgerQuery {
  const { place, deps } = c.var
  const { cursor, ...filter } = query.parse(c.req.query())
  const today = businessDay(deps.now(), place.timeZone, place.cutoffMinute)
  const day = filter.day ?? today
  const { status, type, payment, needs, q } = filter
  return {
    today,
    day,
    filter: { ...filter, day: day === today ? undefined : day },
    cursor: cursor ?? null,
    narrowing: { day, status, orderType: type, payment, needsYou: needs === '1', search: q },
  }
}
