import { type OrderView, orderView } from '../../domain/orders/order-view'
import { orderPlace } from '../../domain/orders/queries'
import { may, type Permission, worksAt } from '../../domain/people/may'
import type { Ctx } from '../../domain/shared/ctx'
import { type C, ctxOf } from '../kit/context'
import { Forbidden, NotFound } from '../kit/errors'

export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/**
 * The context for a staff act on an order (or the order of a payment): at the order's own store. 403 for a caller who works nowhere
 * or lacks the permission there, 404 for an order that is not there or belongs to a store the caller does not work at.
 */
export async function staffCtx(
  c: C,
  orderOrPaymentId: string,
  permission: Permission,
): Promise<{ ctx: Ctx; orderId: string }> {
  const place = isId(orderOrPaymentId) ? await orderPlace(c.var.deps.db, orderOrPaymentId) : null
  if (!place || !worksAt(c.var.actor, place)) throw new NotFound()
  if (!may(c.var.actor, permission, place)) throw new Forbidden()
  return { ctx: ctxOf(c, place), orderId: place.orderId }
}

/** The order, if the caller may see it: placed by them, or at a store they work at; else 404. */
export async function seenOrder(c: C, id: string): Promise<{ ctx: Ctx; order: OrderView }> {
  const { deps, actor } = c.var
  const order = isId(id) ? await orderView(deps.db, { actor, now: deps.now() }, id) : null
  if (!order) throw new NotFound()
  return { ctx: ctxOf(c, order), order }
}
