import type { Tx } from '../../../db/connect'
import type { Standing } from '../../payments/gateway'
import type { Result } from '../../shared/result'

export type Settled = {
  orderId: string
  brandId: string
  storeId: string
  /** paid: this made it so. already: it had been settled before. sent_back: money came too late and is being refunded. */
  outcome: 'paid' | 'already' | 'failed' | 'sent_back' | 'open' | 'mismatch'
}

/**
 * Writes down how an attempt stands at its gateway: used alike by callback, return and poll, in any order, any number of times (R21).
 * A wrong amount, currency or order is never believed (outcome mismatch). Refuses: not_found.
 */
export async function settleAttempt(
  _tx: Tx,
  _now: Date,
  _input: { gateway: string; externalRef: string; standing: Standing },
): Promise<Result<Settled, { reason: 'not_found' }>> {
  throw new Error('in the next slice')
}
