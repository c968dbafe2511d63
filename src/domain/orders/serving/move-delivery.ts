import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { DeliveryEvent, DeliveryStatus } from '../../deliveries/lifecycle'
import { deliveryLife } from '../../deliveries/lifecycle'
import { setDelivery } from '../../deliveries/set-delivery'
import type { Ctx } from '../../shared/ctx'
import { nextOf } from '../../shared/lifecycle'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import type { Fulfilment, FulfilmentEvent } from '../lifecycle'
import { moveOrder } from '../move-order'
import { missingMoney } from '../paying/missing-money'
import type { WorkOrder } from '../unit-of-work/work-order'
import { flush } from '../unit-of-work/writes'

export type DeliveryRefusal =
  | { reason: 'not_found' }
  | { reason: 'illegal_move'; from: DeliveryStatus; event: DeliveryEvent }
  | { reason: 'not_ready' }
  | { reason: 'driver_missing' }
  | { reason: 'unpaid'; missing: number }

/** What a delivery's move does to its order. */
const orderEvent: Partial<Record<DeliveryEvent, FulfilmentEvent>> = { pickUp: 'dispatch', deliver: 'handOver' }

/**
 * Assigns, picks up, delivers, gives back or cancels a delivery, and moves its order along (R39). Food leaves when it is ready and is
 * handed over when it is paid for. Refuses: not_found, illegal_move, not_ready, driver_missing, unpaid.
 */
export async function moveDelivery(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; event: DeliveryEvent; driverId?: string },
): Promise<Result<{ orderId: string; status: DeliveryStatus }, DeliveryRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  const delivery = order?.delivery
  if (!order || !delivery) return refuse({ reason: 'not_found' })
  const before = delivery.status
  const refused = check(order, delivery.status, input)
  if (refused) return refuse(refused)

  const moved = await setDelivery(tx, ctx, delivery, input.event, input.driverId?.trim())
  if (!moved.ok) return moved
  const event = follows(order.fulfilment, input.event)
  const entry = {
    action: `delivery.${input.event}`,
    subjectId: order.id,
    before: { status: before },
    after: { status: delivery.status, driverId: input.driverId ?? null },
  }
  if (event) await moveOrder(tx, ctx, order, [{ fulfilment: event }], { audit: entry })
  else await audit(tx, ctx, entry)
  await flush(tx, order)
  return ok({ orderId: order.id, status: delivery.status })
}

function check(
  order: WorkOrder,
  from: DeliveryStatus,
  { event, driverId }: { event: DeliveryEvent; driverId?: string },
): DeliveryRefusal | null {
  if (!nextOf(deliveryLife, from, event).ok) return { reason: 'illegal_move', from, event }
  if (event === 'assign' && !driverId?.trim()) return { reason: 'driver_missing' }
  if (event === 'pickUp' && order.fulfilment !== 'ready') return { reason: 'not_ready' }
  const missing = missingMoney(order)
  if (event === 'deliver' && missing > 0) return { reason: 'unpaid', missing }
  return null
}

/** A driver who gives an order back before taking it has moved nothing of the food; a cancelled delivery brings food on the road home. */
function follows(fulfilment: Fulfilment, event: DeliveryEvent): FulfilmentEvent | undefined {
  const isOnTheRoad = fulfilment === 'out_for_delivery'
  if (event === 'cancel' || event === 'giveBack') return isOnTheRoad ? 'comeBack' : undefined
  return orderEvent[event]
}
