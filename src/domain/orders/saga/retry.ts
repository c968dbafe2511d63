import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import type { WorkOrder, WorkStep } from '../unit-of-work/work-order'
import { closeIfPutBack, undoStep } from './compensate'
import { carryOnOrBack } from './engine'
import type { SagaRefusal } from './refusals'
import { saveSaga } from './save-saga'
import type { Step } from './step'
import { orderSteps } from './steps'
import { enqueueStep } from './world-step'

/** Whether something of this saga is being retried, or waits for a person. */
export const isStuck = (order: Pick<WorkOrder, 'saga'>): boolean =>
  stuckRows(order).length > 0 || order.saga.error !== null

const stuckRows = ({ saga }: Pick<WorkOrder, 'saga'>): WorkStep[] =>
  [...saga.steps.values()].filter(
    ({ status, attempts }) =>
      status === 'undoing' || status === 'undo_failed' || (status === 'running' && attempts > 0),
  )

/** Tries the stuck step or undo of an order's saga again, now. Refuses: not_found, nothing_stuck. */
export async function retrySaga(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string },
  steps: readonly Step[] = orderSteps,
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  const isOpen = order.saga.status === 'executing' || order.saga.status === 'compensating'
  if (!isOpen || !isStuck(order)) return refuse({ reason: 'nothing_stuck' })
  await audit(tx, ctx, { action: 'saga.retry', subjectId: order.id, before: { status: order.saga.status } })

  if (order.saga.status === 'executing') {
    for (const row of stuckRows(order)) await enqueueStep(tx, order, row.name, 'perform')
    order.saga.error = null
    order.saga.isDirty = true
    await carryOnOrBack(tx, ctx, order, steps)
    return ok({ orderId: order.id })
  }
  for (const row of stuckRows(order)) await undoAgain(tx, ctx, order, row, steps)
  closeIfPutBack(ctx, order, steps)
  await saveSaga(tx, ctx, order)
  return ok({ orderId: order.id })
}

async function undoAgain(tx: Tx, ctx: Ctx, order: WorkOrder, row: WorkStep, steps: readonly Step[]): Promise<void> {
  const step = steps.find(({ name }) => name === row.name)
  if (!step || (step.kind === 'local' && step.undoneLast)) return
  if (row.status === 'running') return enqueueStep(tx, order, row.name, 'perform')
  row.undoNextAt = null
  await undoStep(tx, ctx, order, step, row)
}
