import type { Tx } from '../../../db/connect'
import type { AuditEntry } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result } from '../../shared/result'
import { type FulfilmentEvent, isOver } from '../lifecycle'
import { moveOrder } from '../move-order'
import type { IllegalFulfilment, IllegalPayment } from '../refusals'
import type { WorkOrder, WorkStep } from '../unit-of-work/work-order'
import { moveSaga, moveStep } from './record-step'
import { saveSaga } from './save-saga'
import type { Step } from './step'
import { orderSteps } from './steps'
import { enqueueStep } from './world-step'

/** `fault` is what went wrong in the saga itself, for people who look at it. */
export type Ending = {
  event: Extract<FulfilmentEvent, 'cancel' | 'reject' | 'expire'>
  reason: string
  fault?: string
  audit?: AuditEntry
}

/**
 * Ends the order and undoes what its saga did, newest first, each once (R15, R17). What touches the world is undone by jobs that report
 * later; the rest does not wait for them. A completed order stays completed: its saga keeps the error and waits for a person.
 * Refuses: illegal_move.
 */
export async function compensate(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  ending: Ending,
  steps: readonly Step[] = orderSteps,
): Promise<Result<void, IllegalFulfilment | IllegalPayment>> {
  const { saga } = order
  // What the steps made must be there to be undone.
  await saveSaga(tx, ctx, order)
  if (!isOver(order.fulfilment)) {
    const ended = await moveOrder(tx, ctx, order, [{ fulfilment: ending.event }], ending)
    if (!ended.ok) return ended
  }
  if (ending.fault) saga.error = ending.fault
  saga.isDirty = true
  if (order.fulfilment !== 'completed' && saga.status !== 'compensating') {
    moveSaga(saga, 'compensate')
    for (const step of steps.toReversed()) {
      const row = saga.steps.get(step.name)
      if (row) await undoStep(tx, ctx, order, step, row)
    }
    closeIfPutBack(ctx, order, steps)
  }
  await saveSaga(tx, ctx, order)
  return ok(undefined)
}

/** Begins, or begins again, to undo one step. What never did anything is skipped; what the world refused needs nothing. */
export async function undoStep(tx: Tx, ctx: Ctx, order: WorkOrder, step: Step, row: WorkStep): Promise<void> {
  const { saga } = order
  if (row.status === 'skipped' || row.status === 'undone') return
  if (step.kind === 'world') {
    if (row.status === 'running' && row.attempts === 0) moveStep(saga, row, 'skip', ctx)
    // A call is under way: its job finds the saga turning back and takes back what it did.
    if (row.status === 'running' || row.status === 'failed') return
    moveStep(saga, row, 'undo', ctx)
    await enqueueStep(tx, order, step.name, 'take_back')
    return
  }
  if (row.output === null) {
    if (row.status === 'waiting' || row.status === 'running') moveStep(saga, row, 'skip', ctx)
    return
  }
  moveStep(saga, row, 'undo', ctx)
  row.undoAttempts++
  const undone = await step.undo(tx, ctx, order, row.output)
  if (undone.kind === 'undone' && !step.undoneLast) moveStep(saga, row, 'undone', ctx)
}

/** The saga is compensated once nothing is being undone any more; steps that close the book are undone then. */
export function closeIfPutBack(ctx: Ctx, order: WorkOrder, steps: readonly Step[] = orderSteps): void {
  const { saga } = order
  if (saga.status !== 'compensating') return
  const last = new Set(steps.filter((s) => s.kind === 'local' && s.undoneLast).map((s) => s.name))
  const isOpen = (row: WorkStep) => ['running', 'undoing', 'undo_failed'].includes(row.status)
  const rows = [...saga.steps.values()]
  if (rows.some((row) => !last.has(row.name) && isOpen(row))) return
  for (const row of rows) if (last.has(row.name) && isOpen(row)) moveStep(saga, row, 'undone', ctx)
  moveSaga(saga, 'putBack')
}
