import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { cook } from './cook'
import { ticketOrder } from './find-ticket'
import type { TicketRefusal } from './refusals'

/** This station is done; when all are, the order is ready. Twice is harmless. Refuses: not_found, illegal_move, order_over. */
export async function bumpTicket(
  tx: Tx,
  ctx: Ctx,
  input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  const found = await ticketOrder(tx, ctx, input.ticketId)
  if (!found) return refuse({ reason: 'not_found' })
  const { order, ticket } = found
  const done = { orderId: order.id, ticketId: ticket.id }
  if (ticket.status === 'ready') return ok(done)
  const cooked = await cook(tx, ctx, order, [ticket], 'bump')
  return cooked.ok ? ok(done) : cooked
}
