import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'

export type CashTaken = {
  orderId: string
  paymentId: string
  amount: number
  tendered: number
  change: number
  replayed: boolean
}
export type CashRefusal =
  | { reason: 'not_found' }
  | { reason: 'already_paid'; at: Date; by: string | null }
  | { reason: 'not_cash' }
  | { reason: 'too_little'; missing: number }
  | { reason: 'order_over' }

/** Staff took the money. Exactly once, whoever asks: the same key gives the first answer, another cashier is refused already_paid. Money in minor units; without `tendered` it was exact.
 * `method` card_terminal records that the shop's own card machine took it: always exact. */
export async function confirmCash(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId?: string; paymentId?: string; method?: 'cash' | 'card_terminal'; tendered?: number; key: string },
): Promise<Result<CashTaken, CashRefusal>> {
  throw new Error('in the next slice')
}
