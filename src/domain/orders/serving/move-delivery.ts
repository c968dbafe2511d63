import type { Tx } from '../../../db/connect'
import type { DeliveryEvent, DeliveryStatus } from '../../deliveries/lifecycle'
import type { Ctx } from '../../shared/ctx'
import type { Result } from '../../shared/result'

export type DeliveryRefusal =
  | { reason: 'not_found' }
  | { reason: 'illegal_move'; from: string; event: DeliveryEvent }
  | { reason: 'not_ready' }
  | { reason: 'driver_missing' }
  | { reason: 'unpaid'; missing: number }

/** Assigns, picks up, delivers, gives back or cancels a delivery, and moves its order along. */
export async function moveDelivery(
  _tx: Tx,
  _ctx: Ctx,
  _input: { orderId: string; event: DeliveryEvent; driverId?: string },
): Promise<Result<{ orderId: string; status: DeliveryStatus }, DeliveryRefusal>> {
  throw new Error('in the next slice')
}
