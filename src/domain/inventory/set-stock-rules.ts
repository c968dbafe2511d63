import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Result } from '../shared/result'
import type { Subject } from './set-stock'

export type StockRules = {
  isTracked?: boolean
  alertLevel?: number
  targetLevel?: number
  hasOnlineQuota?: boolean
  availableStock?: number
}

/** Whether a subject is counted, when staff are told, what it is refilled to, and how much of it the web may sell (R22). */
export async function setStockRules(
  _tx: Tx,
  _ctx: Ctx,
  _input: Subject & StockRules,
): Promise<Result<{ inventoryId: string }, { reason: 'not_found' } | { reason: 'bad_level' }>> {
  throw new Error('in the next slice')
}
