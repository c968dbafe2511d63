import { z } from 'zod'
import { stuckCount } from '../../domain/orders/saga/stuck'
import { type CustomerList, customerList } from '../../domain/people/customers/queries'
import { may } from '../../domain/people/may'
import type { CustomerListProps } from '../../views/office/customer-list'
import { type C, ctxOf } from '../kit/context'
import { frameOf } from './frame'

export const pageSize = 50
const query = z.object({
  q: z.string().trim().min(1).max(60).optional().catch(undefined),
  kind: z.literal('guest').optional().catch(undefined),
  cursor: z.uuid().optional().catch(undefined),
})

/** What the URL searches for, and what the frame wants to know along with it. */
export function asked(c: C) {
  const { q, kind, cursor } = query.parse(c.req.query())
  const search = { q, isGuest: kind === 'guest', cursor }
  return { filter: { q, kind }, search, around: { limit: pageSize, beside: stuckCount(ctxOf(c)) } }
}

/** The list as its own page shows it. */
export async function listProps(c: C): Promise<CustomerListProps> {
  const { search, around } = asked(c)
  return propsOf(c, await customerList(c.var.deps.db, ctxOf(c), search, around))
}

/** The list beside what is open. */
export function propsOf(c: C, list: CustomerList, currentId?: string): CustomerListProps {
  const { place, actor } = c.var
  return {
    frame: frameOf(c, list.beside),
    timeZone: place.timeZone,
    filter: asked(c).filter,
    list,
    currentId,
    mayWrite: may(actor, 'customer.write', place),
  }
}
