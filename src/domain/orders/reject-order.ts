import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { OrderRefusal } from './refusals'

/** Staff decline a placed order, saying why; everything is put back. */
export async function rejectOrder(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; cause: string },
): Promise<Result<{ orderId: string }, OrderRefusal | { reason: 'cause_missing' }>> {
  throw new Error('in the next slice')
}
