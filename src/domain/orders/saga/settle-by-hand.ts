import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'
import type { SagaRefusal } from './refusals'

/** An admin says the money went back another way (cash in the hand, the bank's own page): the refund counts as done. */
export async function settleByHand(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; note: string },
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  throw new Error('in the next slice')
}
