import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import type { WorkOrder } from '../unit-of-work/work-order'
import { flush, queue, type Write } from '../unit-of-work/writes'

const json = JSON.stringify

/** Writes what changed of an order's saga and its steps, with everything that waits: the end of every command that carries a saga. */
export async function saveSaga(tx: Tx, ctx: Ctx, order: WorkOrder): Promise<void> {
  const { saga } = order
  if (saga.isDirty || saga.dirty.size > 0) {
    await queue(tx, order, sagaRow(ctx, order), stepRows(order))
    saga.dirty.clear()
    saga.isDirty = false
    saga.isNew = false
    announce(tx, `store:${order.storeId}:sagas`)
  }
  await flush(tx, order)
}

function sagaRow(ctx: Ctx, { brandId, id, saga }: WorkOrder): Write {
  const { status, executedSteps, error } = saga
  const made = sql`
    insert into saga (brand_id, id, order_id, status, executed_steps, payload, error, created_at, updated_at)
    values (${brandId}, ${saga.id}, ${id}, ${status}, ${executedSteps}::text[], ${json(saga.payload)}::jsonb, ${error},
      ${saga.createdAt}, ${ctx.now})`
  const changed = sql`
    update saga set status = ${status}, executed_steps = ${executedSteps}::text[], payload = ${json(saga.payload)}::jsonb,
      error = ${error}, updated_at = ${ctx.now}
    where brand_id = ${brandId} and id = ${saga.id}`
  return { name: 'told', sql: saga.isNew ? made : changed }
}

const stepRows = ({ brandId, saga }: WorkOrder): Write => ({
  name: 'stepped',
  sql: sql`
    insert into saga_step (brand_id, saga_id, name, position, status, output, attempts, error, started_at, finished_at,
      undo_attempts, undo_error, undo_started_at, undo_next_at, undone_at)
    select ${brandId}, ${saga.id}, s.name, s.position, s.status, s.output, s.attempts, s.error, s."startedAt", s."finishedAt",
      s."undoAttempts", s."undoError", s."undoStartedAt", s."undoNextAt", s."undoneAt"
    from jsonb_to_recordset(${json([...saga.dirty])}::jsonb) as s(name text, position int, status text, output jsonb, attempts int,
      error text, "startedAt" timestamptz, "finishedAt" timestamptz, "undoAttempts" int, "undoError" text,
      "undoStartedAt" timestamptz, "undoNextAt" timestamptz, "undoneAt" timestamptz)
    on conflict (brand_id, saga_id, name) do update set status = excluded.status, output = excluded.output,
      attempts = excluded.attempts, error = excluded.error, started_at = excluded.started_at, finished_at = excluded.finished_at,
      undo_attempts = excluded.undo_attempts, undo_error = excluded.undo_error, undo_started_at = excluded.undo_started_at,
      undo_next_at = excluded.undo_next_at, undone_at = excluded.undone_at`,
})
