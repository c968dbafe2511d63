import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'

/** Puts an order's delivery on the dispatch list, waiting for a driver. `fee` in minor units. */
export async function createDelivery(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; address: string; fee: number },
): Promise<{ id: string; status: 'pending' }> {
  const id = newId()
  await tx
    .insertInto('delivery')
    .values({ brandId: ctx.brandId, id, storeId: ctx.storeId, ...input, status: 'pending', createdAt: ctx.now })
    .execute()
  announce(tx, `store:${ctx.storeId}:deliveries`)
  return { id, status: 'pending' }
}
