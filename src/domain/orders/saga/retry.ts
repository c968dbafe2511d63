import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { SagaRefusal } from './refusals'

/** Tries the stuck step or undo of an order's saga again, now. */
export async function retrySaga(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string },
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  throw new Error('in the next slice')
}
