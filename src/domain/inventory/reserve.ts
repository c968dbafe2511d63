import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { isVisible } from './visible'

/** How much of each subject (a dish, or an option) is wanted, already summed. */
export type Wants = ReadonlyMap<string, number>
export type ShortKey = { subjectId: string; wanted: number; available: number }

type Row = {
  subjectId: string
  quantity: number
  available: number | null
  before: number
  isRefused: boolean
  alertLevel: number
}

/**
 * Takes stock for an order in one statement: rows in id order, all or nothing, the holds and the log with it (R23, R24). Subjects
 * without a row are unlimited. `isFinal` sells at once, else the stock is held for a draft. `useQuota`: the web may only sell its quota.
 * Refuses: short, with every subject that is.
 */
export async function reserve(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; wants: Wants; isFinal: boolean; useQuota: boolean },
): Promise<Result<{ rows: number }, { reason: 'short'; keys: ShortKey[] }>> {
  const subjects = [...input.wants.keys()]
  // Counted down from the locked row: the update first meets the row as it was before this statement waited, and its CHECK looks at that.
  const { rows } = await sql<Row>`
    with want as (
      select * from unnest(${subjects}::uuid[], ${[...input.wants.values()]}::int[], ${subjects.map(newId)}::uuid[])
        as w(subject_id, quantity, log_id)),
    locked as (
      select i.id, i.is_stopped, i.is_tracked, i.total_stock, i.available_stock, i.alert_level,
        i.has_online_quota and ${input.useQuota} as is_quota, w.subject_id, w.quantity, w.log_id
      from inventory i join want w on w.subject_id = i.subject_id
      where i.brand_id = ${ctx.brandId} and i.store_id = ${ctx.storeId}
      order by i.id for update of i),
    counted as (
      select *, case when is_stopped then 0 when not is_tracked then null
        when is_quota then least(available_stock, total_stock) else total_stock end as available from locked),
    judged as (select *, coalesce(bool_or(available < quantity) over (), false) as is_refused from counted),
    taken as (
      update inventory i set total_stock = j.total_stock - j.quantity, updated_at = ${ctx.now},
        available_stock = case when j.is_quota then j.available_stock - j.quantity else j.available_stock end
      from judged j
      where i.brand_id = ${ctx.brandId} and i.id = j.id and j.is_tracked and not j.is_refused
      returning i.id, i.total_stock as after, j.quantity, j.is_quota, j.log_id),
    held as (
      insert into stock_hold (brand_id, order_id, inventory_id, quantity, from_quota, state)
      select ${ctx.brandId}, ${input.orderId}, id, quantity, is_quota, ${input.isFinal ? 'sold' : 'held'} from taken),
    logged as (
      insert into stock_log (brand_id, id, store_id, inventory_id, stock_before, stock_after, change, type, order_id, actor, at)
      select ${ctx.brandId}, log_id, ${ctx.storeId}, id, after + quantity, after, -quantity, ${input.isFinal ? 'sale' : 'hold'},
        ${input.orderId}, ${actorName(ctx.actor)}, ${ctx.now} from taken)
    select subject_id, quantity, available, total_stock as before, is_refused, alert_level from judged`.execute(tx)

  const isShort = (row: Row) => row.available !== null && row.available < row.quantity
  if (rows.some((row) => row.isRefused)) {
    const keys = rows
      .filter(isShort)
      .map((r) => ({ subjectId: r.subjectId, wanted: r.quantity, available: r.available ?? 0 }))
    return refuse({ reason: 'short', keys })
  }
  const taken = rows.filter((row) => row.available !== null)
  if (taken.some((row) => isVisible(row.before, row.before - row.quantity, row.alertLevel)))
    announce(tx, `store:${ctx.storeId}:menu`)
  return ok({ rows: taken.length })
}
