import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { plateLine } from '../../tickets/plate-line'
import { cook } from './cook'
import { ticketOrder } from './find-ticket'
import type { TicketRefusal } from './refusals'

/**
 * One line is plated, or not after all. Starts the ticket if it had not begun; the last line does not bump the ticket by itself.
 * Refuses: not_found, illegal_move (the ticket is off the board), order_over.
 */
export async function bumpLine(
  tx: Tx,
  ctx: Ctx,
  input: { ticketId: string; lineId: string; isDone: boolean },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  const found = await ticketOrder(tx, ctx, input.ticketId)
  const line = found?.ticket.lines.find(({ id }) => id === input.lineId)
  if (!found || !line) return refuse({ reason: 'not_found' })
  const { order, ticket } = found
  if (ticket.status === 'ready' || ticket.status === 'cancelled') {
    return refuse({ reason: 'illegal_move', from: ticket.status, event: 'start' })
  }
  if (ticket.status !== 'preparing') {
    const started = await cook(tx, ctx, order, [ticket], 'start')
    if (!started.ok) return started
  }
  await plateLine(tx, ctx, input)
  const { lineId, isDone } = input
  await audit(tx, ctx, { action: 'ticket.plate', subjectId: order.id, after: { ticket: ticket.id, lineId, isDone } })
  announce(tx, `order:${order.id}`)
  return ok({ orderId: order.id, ticketId: ticket.id })
}
