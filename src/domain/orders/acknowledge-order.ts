import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'

/** Stops the ringing of a new order (R35). */
export async function acknowledgeOrder(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string },
): Promise<Result<{ orderId: string }, { reason: 'not_found' }>> {
  throw new Error('in the next slice')
}
