import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { OrderRefusal } from './refusals'

/** Staff take a placed order on; accepting twice is harmless. */
export async function acceptOrder(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string },
): Promise<Result<{ orderId: string }, OrderRefusal>> {
  throw new Error('in the next slice')
}
