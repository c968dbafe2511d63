import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import type { Wants } from './reserve'
import { isVisible } from './visible'

/**
 * Gives back part of what an order bought (R12): it returns to be sold again, or, once the kitchen has begun, is noted as waste and
 * stays with the order. Subjects the order holds nothing of are passed over.
 */
export async function takeBack(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; wants: Wants; isWaste: boolean },
): Promise<void> {
  const { orderId, wants, isWaste } = input
  if (wants.size === 0) return
  const { rows } = await sql<{ before: number; after: number; alertLevel: number }>`
    with want as (
      select * from unnest(${[...wants.keys()]}::uuid[], ${[...wants.values()]}::int[], ${Array.from(wants, newId)}::uuid[])
        as w(subject_id, quantity, log_id)),
    locked as (
      select i.id, i.total_stock, i.available_stock, i.alert_level, h.from_quota, h.quantity as held, w.log_id,
        case when ${isWaste} then 0 else least(w.quantity, h.quantity) end as back
      from stock_hold h join inventory i on i.brand_id = h.brand_id and i.id = h.inventory_id
        join want w on w.subject_id = i.subject_id
      where h.brand_id = ${ctx.brandId} and h.order_id = ${orderId} and h.state = 'sold'
      order by i.id for update of i),
    returned as (
      update inventory i set total_stock = l.total_stock + l.back, updated_at = ${ctx.now},
        available_stock = l.available_stock + case when l.from_quota then l.back else 0 end
      from locked l where i.brand_id = ${ctx.brandId} and i.id = l.id and l.back > 0),
    kept as (
      update stock_hold h set quantity = case when l.back < l.held then l.held - l.back else l.held end,
        state = case when l.back < l.held then 'sold' else 'released' end
      from locked l
      where h.brand_id = ${ctx.brandId} and h.order_id = ${orderId} and h.inventory_id = l.id and l.back > 0),
    logged as (
      insert into stock_log (brand_id, id, store_id, inventory_id, stock_before, stock_after, change, type, order_id, actor, at)
      select ${ctx.brandId}, log_id, ${ctx.storeId}, id, total_stock, total_stock + back, back,
        ${isWaste ? 'waste' : 'return'}, ${orderId}, ${actorName(ctx.actor)}, ${ctx.now} from locked)
    select total_stock as before, total_stock + back as after, alert_level from locked`.execute(tx)
  if (rows.some((row) => isVisible(row.before, row.after, row.alertLevel))) announce(tx, `store:${ctx.storeId}:menu`)
}
