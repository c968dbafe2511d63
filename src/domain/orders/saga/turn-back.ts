import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { SagaRefusal } from './refusals'

/** An admin gives an order up: its saga turns back and everything is undone. */
export async function turnBackSaga(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; cause: string },
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  throw new Error('in the next slice')
}
