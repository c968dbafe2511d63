import { type RawBuilder, sql } from 'kysely'
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
  id: string
  subjectId: string
  quantity: number
  available: number | null
  before: number
  isQuota: boolean
  alertLevel: number
}
type Answer = { isWanted: boolean; rows: Row[] | null }

/** What was taken, with the holds and the log as INSERTs that belong to the order's own (R24). */
export type Reserved = { rows: number; held: RawBuilder<unknown> | null; logged: RawBuilder<unknown> | null }

/**
 * Takes stock for an order in one statement: rows in id order, all or nothing (R23). Subjects without a row are unlimited. `isFinal` sells
 * at once, else the stock is held for a draft. `useQuota`: the web may only sell its quota. Nothing is taken unless `onlyIf` holds.
 * Refuses: short, with every subject that is; unwanted.
 */
export async function reserve(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; wants: Wants; isFinal: boolean; useQuota: boolean; onlyIf: RawBuilder<boolean> },
): Promise<Result<Reserved, { reason: 'short'; keys: ShortKey[] } | { reason: 'unwanted' }>> {
  // Counted down from the locked row: the update first meets the row as it was before this statement waited, and its CHECK looks at that.
  const { rows: answers } = await sql<Answer>`
    with gate as (select ${input.onlyIf} as is_open),
    want as (
      select * from unnest(${[...input.wants.keys()]}::uuid[], ${[...input.wants.values()]}::int[]) as w(subject_id, quantity)),
    locked as (
      select i.id, i.is_stopped, i.is_tracked, i.total_stock, i.available_stock, i.alert_level,
        i.has_online_quota and ${input.useQuota} as is_quota, w.subject_id, w.quantity
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
      from judged j, gate
      where i.brand_id = ${ctx.brandId} and i.id = j.id and j.is_tracked and not j.is_refused and gate.is_open)
    select (select is_open from gate) as is_wanted, (select json_agg(json_build_object('id', id, 'subjectId', subject_id,
      'quantity', quantity, 'available', available, 'before', total_stock, 'isQuota', is_quota, 'alertLevel', alert_level))
      from judged) as rows`.execute(tx)
  const { isWanted, rows } = answers[0]!
  if (!isWanted) return refuse({ reason: 'unwanted' })
  const counted = (rows ?? []).filter((row): row is Row & { available: number } => row.available !== null)
  const short = counted.filter((row) => row.available < row.quantity)
  if (short.length > 0) {
    const keys = short.map((row) => ({ subjectId: row.subjectId, wanted: row.quantity, available: row.available }))
    return refuse({ reason: 'short', keys })
  }
  if (counted.some((row) => isVisible(row.before, row.before - row.quantity, row.alertLevel)))
    announce(tx, `store:${ctx.storeId}:menu`)
  return ok(reserved(ctx, input, counted))
}

function reserved(ctx: Ctx, input: { orderId: string; isFinal: boolean }, taken: readonly Row[]): Reserved {
  if (taken.length === 0) return { rows: 0, held: null, logged: null }
  const rows = JSON.stringify(taken.map((row) => ({ ...row, logId: newId() })))
  const held = sql`
    insert into stock_hold (brand_id, order_id, inventory_id, quantity, from_quota, state)
    select ${ctx.brandId}, ${input.orderId}, t.id, t.quantity, t."isQuota", ${input.isFinal ? 'sold' : 'held'}
    from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, quantity int, "isQuota" boolean)
    on conflict (brand_id, order_id, inventory_id) do update set state = excluded.state,
      quantity = excluded.quantity + case when stock_hold.state = 'released' then 0 else stock_hold.quantity end`
  const logged = sql`
    insert into stock_log (brand_id, id, store_id, inventory_id, stock_before, stock_after, change, type, order_id, actor, at)
    select ${ctx.brandId}, t."logId", ${ctx.storeId}, t.id, t.before, t.before - t.quantity, -t.quantity,
      ${input.isFinal ? 'sale' : 'hold'}, ${input.orderId}, ${actorName(ctx.actor)}, ${ctx.now}
    from jsonb_to_recordset(${rows}::jsonb) as t(id uuid, "logId" uuid, before int, quantity int)`
  return { rows: taken.length, held, logged }
}
