import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { TicketRefusal } from './refusals'

/** A bumped ticket comes back to the board, its order with it. */
export async function recallTicket(
  _tx: Tx,
  _ctx: Ctx,
  _input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  throw new Error('in the next slice')
}
