import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'

type NewDelivery = { delivery: { id: string; status: 'pending' }; row: RawBuilder<unknown> }

/** Puts an order's delivery on the dispatch list, waiting for a driver; gives the INSERT to be written. `fee` in minor units. */
export function createDelivery(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; address: string; fee: number },
): NewDelivery {
  const id = newId()
  announce(tx, `store:${ctx.storeId}:deliveries`)
  const row = sql`
    insert into delivery (brand_id, id, store_id, order_id, address, fee, status, created_at)
    values (${ctx.brandId}, ${id}, ${ctx.storeId}, ${input.orderId}, ${input.address}, ${input.fee}, 'pending', ${ctx.now})`
  return { delivery: { id, status: 'pending' }, row }
}
