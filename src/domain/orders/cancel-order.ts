import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { CancelRefusal } from './refusals'

/** The one reversal (R17). A guest may until the kitchen starts, staff until completed and with a cause (R13). Cancelling twice is harmless. */
export async function cancelOrder(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; cause?: string },
): Promise<Result<{ orderId: string }, CancelRefusal>> {
  throw new Error('in the next slice')
}
