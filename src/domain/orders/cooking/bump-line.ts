import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { TicketRefusal } from './refusals'

/** One line is plated (or not after all). Starts the ticket if it was waiting; the last line does not bump the ticket by itself. */
export async function bumpLine(
  _tx: Tx,
  _ctx: Ctx,
  _input: { ticketId: string; lineId: string; isDone: boolean },
): Promise<Result<{ orderId: string; ticketId: string }, TicketRefusal>> {
  throw new Error('in the next slice')
}
