import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { TicketRefusal } from './refusals'

/** This station is done; when all are, the order is ready. */
export async function bumpTicket(
  _tx: Tx,
  _ctx: Ctx,
  _input: { ticketId: string },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  throw new Error('in the next slice')
}
