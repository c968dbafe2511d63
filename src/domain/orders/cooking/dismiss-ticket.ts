import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { ticketOrder } from './find-ticket'
import type { TicketRefusal } from './refusals'

/** The kitchen has seen that a ticket was cancelled; it leaves the board. Refuses: not_found, illegal_move (it is not cancelled). */
export async function dismissTicket(
  tx: Tx,
  ctx: Ctx,
  input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  const found = await ticketOrder(tx, ctx, input.ticketId)
  if (!found) return refuse({ reason: 'not_found' })
  const { order, ticket } = found
  if (ticket.status !== 'cancelled') return refuse({ reason: 'illegal_move', from: ticket.status, event: 'void' })
  await tx
    .updateTable('ticket')
    .set({ dismissedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', ticket.id)
    .execute()
  await audit(tx, ctx, { action: 'ticket.dismiss', subjectId: order.id, after: { ticket: ticket.id } })
  announce(tx, `store:${ctx.storeId}:tickets`)
  return ok({ orderId: order.id, ticketId: ticket.id })
}
