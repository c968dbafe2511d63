import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { cook } from './cook'
import { ticketOrder } from './find-ticket'
import type { TicketRefusal } from './refusals'

/** A bumped ticket comes back to the board with nothing plated, its order with it. Refuses: not_found, illegal_move, order_over. */
export async function recallTicket(
  tx: Tx,
  ctx: Ctx,
  input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  const found = await ticketOrder(tx, ctx, input.ticketId)
  if (!found) return refuse({ reason: 'not_found' })
  const { order, ticket } = found
  const cooked = await cook(tx, ctx, order, [ticket], 'recall')
  return cooked.ok ? ok({ orderId: order.id, ticketId: ticket.id }) : cooked
}
