import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { Subject } from './set-stock'

/** The sold-out switch of a dish or option: stops it being sold, or lets it be sold again, whatever the count. */
export async function stopDish(
  _tx: Tx,
  _ctx: Ctx,
  _input: Subject & { isStopped: boolean; cause?: string },
): Promise<Result<{ inventoryId: string }, { reason: 'not_found' }>> {
  throw new Error('in the next slice')
}
