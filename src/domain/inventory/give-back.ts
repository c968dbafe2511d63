import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { isVisible } from './visible'

/**
 * Lets go of everything an order holds, each hold once: a draft's is released, sold food returns to be sold again, and what the
 * kitchen has begun is waste and does not come back (R17). `atMost` is how many rows the order can hold. Gives how many it let go.
 */
export async function giveBack(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; isWaste: boolean; atMost: number },
): Promise<number> {
  const logIds = Array.from({ length: input.atMost }, newId)
  const { rows } = await sql<{ before: number; after: number; alertLevel: number }>`
    with locked as (
      select i.id, i.total_stock, i.available_stock, i.alert_level, h.quantity, h.from_quota,
        case when h.state = 'held' then 'release' when ${input.isWaste} then 'waste' else 'return' end as type
      from stock_hold h join inventory i on i.brand_id = h.brand_id and i.id = h.inventory_id
      where h.brand_id = ${ctx.brandId} and h.order_id = ${input.orderId} and h.state in ('held', 'sold')
      order by i.id for update of i),
    back as (
      update inventory i set total_stock = l.total_stock + l.quantity, updated_at = ${ctx.now},
        available_stock = l.available_stock + case when l.from_quota then l.quantity else 0 end
      from locked l where i.brand_id = ${ctx.brandId} and i.id = l.id and l.type <> 'waste'),
    moved as (
      update stock_hold h set state = case when l.type = 'waste' then 'wasted' else 'released' end
      from locked l
      where h.brand_id = ${ctx.brandId} and h.order_id = ${input.orderId} and h.inventory_id = l.id and h.state in ('held', 'sold')
      returning l.id, l.total_stock, l.alert_level, l.type, case when l.type = 'waste' then 0 else l.quantity end as change),
    numbered as (select *, row_number() over (order by id) as n from moved),
    logged as (
      insert into stock_log (brand_id, id, store_id, inventory_id, stock_before, stock_after, change, type, order_id, actor, at)
      select ${ctx.brandId}, (${logIds}::uuid[])[n], ${ctx.storeId}, id, total_stock, total_stock + change, change, type,
        ${input.orderId}, ${actorName(ctx.actor)}, ${ctx.now} from numbered)
    select total_stock as before, total_stock + change as after, alert_level from moved`.execute(tx)
  if (rows.some((row) => isVisible(row.before, row.after, row.alertLevel))) announce(tx, `store:${ctx.storeId}:menu`)
  return rows.length
}
