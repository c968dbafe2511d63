import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { lockOrder } from '../unit-of-work/lock-order'
import type { WorkOrder, WorkStep } from '../unit-of-work/work-order'
import { compensate } from './compensate'
import { moveSaga, moveStep, stepRow } from './record-step'
import { saveSaga } from './save-saga'
import type { LocalStep, Step, StepRefusal } from './step'
import { orderSteps } from './steps'
import { enqueueStep } from './world-step'

/**
 * Carries an order's saga on from where it stands, under the order's lock: each step once, in order, until one waits or leaves for the
 * world. Steps of our own database share the caller's transaction (R15). Changes are in memory until `saveSaga`. Refuses what a step refuses.
 */
export async function carryOn(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  steps: readonly Step[] = orderSteps,
): Promise<Result<void, StepRefusal>> {
  const { saga } = order
  if (saga.status === 'pending_start') moveSaga(saga, 'start')
  if (saga.status !== 'executing') return ok(undefined)
  for (const [position, step] of steps.entries()) {
    const known = saga.steps.get(step.name)
    if (known?.status === 'done' || known?.status === 'skipped') continue
    const row = stepRow(saga, step, position, ctx)
    if (!step.applies(order)) moveStep(saga, row, 'skip', ctx)
    else if (step.kind === 'world') {
      if (!known) await enqueueStep(tx, order, step.name, 'perform')
      return ok(undefined)
    } else {
      const went = await runLocal(tx, ctx, order, step, row)
      if (!went.ok) return went
      if (went.value === 'stop') return ok(undefined)
    }
  }
  const isThrough = steps.every((step) => ['done', 'skipped'].includes(saga.steps.get(step.name)?.status ?? ''))
  if (isThrough) moveSaga(saga, 'finish')
  return ok(undefined)
}

async function runLocal(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  // biome-ignore lint/suspicious/noExplicitAny: see Step
  step: LocalStep<any>,
  row: WorkStep,
): Promise<Result<'on' | 'stop', StepRefusal>> {
  const { saga } = order
  const outcome = await step.run(tx, ctx, order, row.output)
  row.attempts++
  switch (outcome.kind) {
    case 'done':
      row.output = outcome.output
      moveStep(saga, row, 'finish', ctx)
      return ok('on')
    case 'wait':
      // A step that still waits for the same thing has not changed.
      if (row.status === 'waiting') row.attempts--
      else {
        row.output = outcome.output
        moveStep(saga, row, 'wait', ctx)
      }
      return ok(outcome.letsPass ? 'on' : 'stop')
    case 'fail':
      row.error = outcome.refusal.reason
      moveStep(saga, row, 'fail', ctx)
      return refuse(outcome.refusal)
  }
}

/** Locks the order, carries its saga on, turns it back if a step cannot be done, and saves. Refuses: not_found. */
export async function advance(
  tx: Tx,
  ctx: Ctx,
  orderId: string,
  steps: readonly Step[] = orderSteps,
): Promise<Result<WorkOrder, { reason: 'not_found' }>> {
  const order = await lockOrder(tx, ctx.brandId, orderId)
  if (!order) return refuse({ reason: 'not_found' })
  await carryOnOrBack(tx, ctx, order, steps)
  return ok(order)
}

const faultOf = (refusal: StepRefusal): string => (refusal.reason === 'refused' ? refusal.error : refusal.reason)

/** As `advance`, for a command that holds the order already. */
export async function carryOnOrBack(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  steps: readonly Step[] = orderSteps,
): Promise<void> {
  const went = await carryOn(tx, ctx, order, steps)
  if (went.ok) await saveSaga(tx, ctx, order)
  else
    await compensate(
      tx,
      ctx,
      order,
      { event: 'cancel', reason: faultOf(went.refusal), fault: faultOf(went.refusal) },
      steps,
    )
}
