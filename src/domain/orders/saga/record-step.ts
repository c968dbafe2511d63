import type { Ctx } from '../../shared/ctx'
import { nextOf } from '../../shared/lifecycle'
import type { WorkSaga, WorkStep } from '../unit-of-work/work-order'
import { type SagaEvent, type StepEvent, sagaLife, stepLife } from './lifecycle'
import type { Step } from './step'

/** Moves the saga by its table. A move the table does not know is a fault of ours. */
export function moveSaga(saga: WorkSaga, event: SagaEvent): void {
  const to = nextOf(sagaLife, saga.status, event)
  if (!to.ok) throw new Error(`saga ${saga.id}: no ${event} from ${saga.status}`)
  saga.status = to.value
  saga.isDirty = true
}

/** The step's row, begun now if the order had not come this far. */
export function stepRow(saga: WorkSaga, step: Pick<Step, 'name'>, position: number, ctx: Ctx): WorkStep {
  const known = saga.steps.get(step.name)
  if (known) return known
  const row: WorkStep = {
    name: step.name,
    position,
    status: 'running',
    output: null,
    attempts: 0,
    error: null,
    startedAt: ctx.now,
    finishedAt: null,
    undoAttempts: 0,
    undoError: null,
    undoStartedAt: null,
    undoNextAt: null,
    undoneAt: null,
  }
  saga.steps.set(step.name, row)
  saga.dirty.add(row)
  return row
}

/** Moves a step by its table and stamps when it was done or undone. */
export function moveStep(saga: WorkSaga, row: WorkStep, event: StepEvent, ctx: Ctx): void {
  const to = nextOf(stepLife, row.status, event)
  if (!to.ok) throw new Error(`saga ${saga.id}: step ${row.name}: no ${event} from ${row.status}`)
  if (event === 'finish') {
    row.finishedAt = ctx.now
    row.error = null
    saga.executedSteps.push(row.name)
  }
  if (event === 'undo') row.undoStartedAt ??= ctx.now
  if (event === 'undone') Object.assign(row, { undoneAt: ctx.now, undoError: null, undoNextAt: null })
  row.status = to.value
  saga.dirty.add(row)
  saga.isDirty = true
}
