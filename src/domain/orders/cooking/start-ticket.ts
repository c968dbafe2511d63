import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { TicketRefusal } from './refusals'

/** The kitchen begins this ticket; the order is preparing from the first. */
export async function startTicket(
  _tx: Tx,
  _ctx: Ctx,
  _input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  throw new Error('in the next slice')
}
