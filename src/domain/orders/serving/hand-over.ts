import type { Tx } from '../../../db/connect'
import { setDelivery } from '../../deliveries/set-delivery'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import { moveOrder } from '../move-order'
import { missingMoney } from '../paying/missing-money'
import type { OrderRefusal } from '../refusals'
import { flush } from '../unit-of-work/writes'

/**
 * The meal is in the guest's hands: ready -> completed; a delivery that is on the road has arrived. Twice is harmless.
 * Refuses: not_found, unpaid, illegal_move (a delivery cannot arrive before it left).
 */
export async function handOver(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string },
): Promise<Result<{ orderId: string }, OrderRefusal | { reason: 'unpaid'; missing: number }>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  if (order.fulfilment === 'completed') return ok({ orderId: order.id })
  const isEarly = order.orderType === 'delivery' && order.fulfilment === 'ready'
  if (isEarly) return refuse({ reason: 'illegal_move', from: order.fulfilment, event: 'handOver' })
  const missing = missingMoney(order)
  const isOut = order.fulfilment === 'ready' || order.fulfilment === 'out_for_delivery'
  if (isOut && missing > 0) return refuse({ reason: 'unpaid', missing })

  const moved = await moveOrder(tx, ctx, order, [{ fulfilment: 'handOver' }], {
    audit: { action: 'order.hand_over', subjectId: order.id, before: { fulfilment: order.fulfilment } },
  })
  if (!moved.ok) return refuse(moved.refusal as OrderRefusal)
  await flush(tx, order)
  if (order.delivery?.status === 'picked_up') await setDelivery(tx, ctx, order.delivery, 'deliver')
  return ok({ orderId: order.id })
}
