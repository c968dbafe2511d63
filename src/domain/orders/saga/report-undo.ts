import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { WorkOrder } from '../unit-of-work/work-order'
import { closeIfPutBack } from './compensate'
import { moveStep } from './record-step'
import { saveSaga } from './save-saga'
import type { Step } from './step'
import { orderSteps } from './steps'

/** What was underway is undone; the saga is compensated if that was the last. */
export async function undoFinished(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  name: string,
  steps: readonly Step[] = orderSteps,
): Promise<void> {
  const row = order.saga.steps.get(name)
  if (row && (row.status === 'undoing' || row.status === 'undo_failed')) moveStep(order.saga, row, 'undone', ctx)
  closeIfPutBack(ctx, order, steps)
  await saveSaga(tx, ctx, order)
}

/** An undo did not work this time. It is tried again at `nextAt`; null means that a person must look (undo_failed). */
export async function undoStumbled(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  name: string,
  trouble: { error: string; nextAt: Date | null },
): Promise<void> {
  const row = order.saga.steps.get(name)
  if (row?.status !== 'undoing') return
  row.undoAttempts++
  row.undoError = trouble.error
  row.undoNextAt = trouble.nextAt
  order.saga.dirty.add(row)
  order.saga.isDirty = true
  if (!trouble.nextAt) moveStep(order.saga, row, 'undoFail', ctx)
  await saveSaga(tx, ctx, order)
}
