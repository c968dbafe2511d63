import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'

/** A draft became final: what it held is sold. The balance stays; the log says what it was for. */
export async function sellHeld(tx: Tx, ctx: Ctx, input: { orderId: string; atMost: number }): Promise<void> {
  const logIds = Array.from({ length: input.atMost }, newId)
  await sql`
    with sold as (
      update stock_hold h set state = 'sold' from inventory i
      where h.brand_id = ${ctx.brandId} and h.order_id = ${input.orderId} and h.state = 'held'
        and i.brand_id = h.brand_id and i.id = h.inventory_id
      returning i.id),
    locked as (
      select i.id, i.total_stock, row_number() over (order by i.id) as n from (
        select i.id, i.total_stock from inventory i
        where i.brand_id = ${ctx.brandId} and i.id in (select id from sold) order by i.id for update) i)
    insert into stock_log (brand_id, id, store_id, inventory_id, stock_before, stock_after, change, type, order_id, actor, at)
    select ${ctx.brandId}, (${logIds}::uuid[])[n], ${ctx.storeId}, id, total_stock, total_stock, 0, 'sale',
      ${input.orderId}, ${actorName(ctx.actor)}, ${ctx.now} from locked`.execute(tx)
}
