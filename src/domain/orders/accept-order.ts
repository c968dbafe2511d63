import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { OrderRefusal } from './refusals'

/**
 * Staff take a placed order on, and may say in how many minutes from now it will be ready: that moves the promise.
 * Accepting twice is harmless.
 */
export async function acceptOrder(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; minutes?: number },
): Promise<Result<{ orderId: string }, OrderRefusal>> {
  throw new Error('in the next slice')
}
