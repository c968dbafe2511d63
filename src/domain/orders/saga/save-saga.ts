import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { businessDayOf, counterCte, numberSet } from '../number'
import type { WorkOrder } from '../work/work-order'

const json = JSON.stringify

/**
 * Writes what changed of an order's saga and its steps, and the rows its steps have made, in one statement. `takeNumber` makes the order
 * final in that same statement: the last thing a placement does before it commits.
 */
export async function saveSaga(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  options: { takeNumber?: boolean } = {},
): Promise<void> {
  const { saga } = order
  if (!saga.isDirty && saga.dirty.size === 0 && order.writes.length === 0 && !options.takeNumber) return
  const numbered = sql`${counterCte(order, ctx)} numbered as (
    update orders o set ${numberSet(order, ctx)} from counter
    where o.brand_id = ${order.brandId} and o.id = ${order.id} returning o.sequence),`
  const { rows } = await sql<{ sequence: number | null }>`
    with ${ctesOf(order.writes)} ${options.takeNumber ? numbered : sql``}
    told as (
      insert into saga (brand_id, id, order_id, status, executed_steps, payload, error, created_at, updated_at)
      values (${order.brandId}, ${saga.id}, ${order.id}, ${saga.status}, ${saga.executedSteps}::text[], ${json(saga.payload)}::jsonb,
        ${saga.error}, ${saga.createdAt}, ${ctx.now})
      on conflict (brand_id, id) do update set status = excluded.status, executed_steps = excluded.executed_steps,
        payload = excluded.payload, error = excluded.error, updated_at = excluded.updated_at),
    stepped as (
      insert into saga_step (brand_id, saga_id, name, position, status, output, attempts, error, started_at, finished_at,
        undo_attempts, undo_error, undo_started_at, undo_next_at, undone_at)
      select ${order.brandId}, ${saga.id}, s.name, s.position, s.status, s.output, s.attempts, s.error, s."startedAt", s."finishedAt",
        s."undoAttempts", s."undoError", s."undoStartedAt", s."undoNextAt", s."undoneAt"
      from jsonb_to_recordset(${json([...saga.dirty])}::jsonb) as s(name text, position int, status text, output jsonb, attempts int,
        error text, "startedAt" timestamptz, "finishedAt" timestamptz, "undoAttempts" int, "undoError" text,
        "undoStartedAt" timestamptz, "undoNextAt" timestamptz, "undoneAt" timestamptz)
      on conflict (brand_id, saga_id, name) do update set status = excluded.status, output = excluded.output,
        attempts = excluded.attempts, error = excluded.error, started_at = excluded.started_at, finished_at = excluded.finished_at,
        undo_attempts = excluded.undo_attempts, undo_error = excluded.undo_error, undo_started_at = excluded.undo_started_at,
        undo_next_at = excluded.undo_next_at, undone_at = excluded.undone_at)
    select ${options.takeNumber ? sql`sequence from numbered` : sql`null as sequence`}`.execute(tx)
  if (options.takeNumber) {
    Object.assign(order, { isFinalized: true, businessDay: businessDayOf(order, ctx), sequence: rows[0]!.sequence })
  }
  order.writes = []
  saga.dirty.clear()
  saga.isDirty = false
  announce(tx, `store:${order.storeId}:sagas`)
}

/** `made_0 as (…), made_1 as (…),` for the rows that wait to be written. */
const ctesOf = (writes: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  writes.length === 0 ? sql`` : sql`${sql.join(writes.map((row, i) => sql`${sql.raw(`made_${i}`)} as (${row})`))},`
