import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import { cook } from './cook'
import type { TicketRefusal } from './refusals'

/**
 * Starts or bumps every ticket of an order at once: the REST contract speaks of one kitchen order. Ones that are there already stay.
 * Refuses: not_found (also: nothing is cooked for it), illegal_move, order_over.
 */
export async function setKitchenStatus(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; status: 'preparing' | 'ready' },
): Promise<Result<{ orderId: string }, TicketRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order || order.tickets.length === 0) return refuse({ reason: 'not_found' })
  const behind = order.tickets.filter(({ status }) => status !== input.status)
  if (behind.length > 0) {
    const cooked = await cook(tx, ctx, order, behind, input.status === 'ready' ? 'bump' : 'start')
    if (!cooked.ok) return cooked
  }
  return ok({ orderId: order.id })
}
