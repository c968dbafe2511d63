import type { Tx } from '../../../db/connect'
import type { DeliveryStatus } from '../../deliveries/lifecycle'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { type CashRefusal, confirmCash } from '../paying/confirm-cash'
import { type DeliveryRefusal, moveDelivery } from './move-delivery'

export type CollectRefusal = DeliveryRefusal | Exclude<CashRefusal, { reason: 'already_paid' }>

/**
 * The driver took the money at the door and handed the meal over: both or neither. `collected` in minor units; the same `key` never
 * takes the money twice. An order that was paid meanwhile is simply delivered.
 */
export async function deliverCollected(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; collected: number; key: string },
): Promise<Result<{ orderId: string; status: DeliveryStatus }, CollectRefusal>> {
  const { orderId, collected, key } = input
  const taken = await confirmCash(tx, ctx, { orderId, tendered: collected, key })
  if (!taken.ok && taken.refusal.reason !== 'already_paid') return refuse(taken.refusal)
  const moved = await moveDelivery(tx, ctx, { orderId, event: 'deliver' })
  const isReplay = taken.ok && taken.value.replayed && !moved.ok && moved.refusal.reason === 'illegal_move'
  return isReplay ? ok({ orderId, status: 'delivered' }) : moved
}
