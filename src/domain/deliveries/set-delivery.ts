import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { type IllegalMove, nextOf } from '../shared/lifecycle'
import { ok, type Result } from '../shared/result'
import { type DeliveryEvent, type DeliveryStatus, deliveryLife } from './lifecycle'

type Moving = { id: string; status: DeliveryStatus }

/** Moves a delivery by its table, with compare-and-set; the one in memory moves along. Refuses: illegal_move. */
export async function setDelivery(
  tx: Tx,
  ctx: Ctx,
  delivery: Moving,
  event: DeliveryEvent,
  driverId?: string,
): Promise<Result<void, IllegalMove<DeliveryStatus, DeliveryEvent>>> {
  const to = nextOf(deliveryLife, delivery.status, event)
  if (!to.ok) return to
  const { numUpdatedRows } = await tx
    .updateTable('delivery')
    .set({ status: to.value, ...stamp(to.value, ctx.now, driverId) })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', delivery.id)
    .where('status', '=', delivery.status)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`delivery ${delivery.id} moved under its order’s lock`)
  delivery.status = to.value
  announce(tx, `store:${ctx.storeId}:deliveries`)
  return ok(undefined)
}

function stamp(to: DeliveryStatus, now: Date, driverId: string | undefined) {
  switch (to) {
    case 'pending':
      return { driverId: null, assignedAt: null, pickedUpAt: null }
    case 'assigned':
      return { driverId: driverId ?? null, assignedAt: now }
    case 'picked_up':
      return { pickedUpAt: now }
    case 'delivered':
      return { deliveredAt: now }
    case 'cancelled':
      return { cancelledAt: now }
  }
}
