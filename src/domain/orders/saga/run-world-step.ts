import type { Db, Tx } from '../../../db/connect'
import { type Ctx, systemCtx } from '../../shared/ctx'
import type { Effect, EffectDeps } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { lockOrder } from '../unit-of-work/lock-order'
import type { WorkOrder, WorkStep } from '../unit-of-work/work-order'
import { maxUndoAttempts, nextTry } from './backoff'
import { closeIfPutBack, compensate } from './compensate'
import { carryOnOrBack } from './engine'
import { moveStep } from './record-step'
import { undoFinished, undoStumbled } from './report-undo'
import { saveSaga } from './save-saga'
import { Refused, type Step, type WorldStep } from './step'
import { orderSteps } from './steps'
import { enqueueStep } from './world-step'

// biome-ignore lint/suspicious/noExplicitAny: see Step
type World = WorldStep<any>
type Held = { order: WorkOrder; row: WorkStep }

/** The job of a world step: notes the attempt, calls the world with no transaction open, writes down what came of it (R15). */
export const runWorldStep =
  (steps: readonly Step[] = orderSteps): Effect<'saga.step'> =>
  async (deps, payload) => {
    const step = steps.find((s) => s.name === payload.step)
    if (step?.kind !== 'world') throw new Error(`no world step named ${payload.step}`)
    const ctx = systemCtx(payload, deps.now())
    const key = `${payload.orderId}:${payload.step}`
    if (payload.act === 'perform') await perform(deps, ctx, payload.orderId, step, steps, key)
    else await takeBack(deps, ctx, payload.orderId, step, steps, key)
  }

/** One short transaction about one order and this step's row; nothing happens when either is gone. */
const withRow = async <T>(
  db: Db,
  ctx: Ctx,
  orderId: string,
  name: string,
  work: (tx: Tx, held: Held) => Promise<T>,
) => {
  const result = await inTransaction<T | null, never>(db, async (tx) => {
    const order = await lockOrder(tx, ctx.brandId, orderId)
    const row = order?.saga.steps.get(name)
    return ok(order && row ? await work(tx, { order, row }) : null)
  })
  return result.ok ? result.value : null
}

async function perform(deps: EffectDeps, ctx: Ctx, orderId: string, step: World, steps: readonly Step[], key: string) {
  const order = await withRow(deps.db, ctx, orderId, step.name, async (tx, { order, row }) => {
    if (row.status !== 'running') return null
    if (order.saga.status === 'compensating') {
      await abandon(tx, ctx, order, row, steps)
      return null
    }
    row.attempts++
    order.saga.dirty.add(row)
    await saveSaga(tx, ctx, order)
    return order
  })
  if (!order) return
  const came = await step.perform(deps, ctx, order, key).then(
    (output) => ({ output }),
    (error: unknown) => ({ error }),
  )
  const after = { ...ctx, now: deps.now() }
  await withRow(deps.db, after, orderId, step.name, async (tx, held) => {
    if (held.row.status !== 'running') return
    if ('output' in came) await performed(tx, after, held, came.output ?? {}, steps)
    else await stumbled(tx, after, held, came.error, step, steps)
  })
}

async function performed(tx: Tx, ctx: Ctx, { order, row }: Held, output: unknown, steps: readonly Step[]) {
  row.output = output
  moveStep(order.saga, row, 'finish', ctx)
  if (order.saga.status !== 'compensating') return carryOnOrBack(tx, ctx, order, steps)
  await abandon(tx, ctx, order, row, steps)
}

async function stumbled(tx: Tx, ctx: Ctx, { order, row }: Held, error: unknown, step: World, steps: readonly Step[]) {
  row.error = error instanceof Error ? error.message : String(error)
  order.saga.dirty.add(row)
  const isTurning = order.saga.status === 'compensating'
  if (error instanceof Refused) {
    moveStep(order.saga, row, 'fail', ctx)
  } else if (!isTurning && row.attempts < step.maxAttempts) {
    await enqueueStep(tx, order, step.name, 'perform', nextTry(ctx.now, row.attempts))
    return saveSaga(tx, ctx, order)
  } else {
    // Nobody knows whether it happened: it has to be taken back as if it had.
    await abandon(tx, ctx, order, row, steps)
  }
  if (isTurning) {
    closeIfPutBack(ctx, order, steps)
    return saveSaga(tx, ctx, order)
  }
  await compensate(tx, ctx, order, { event: 'cancel', reason: `${step.name}_failed`, fault: row.error }, steps)
}

/** The order turned back while this step was out in the world. */
async function abandon(tx: Tx, ctx: Ctx, order: WorkOrder, row: WorkStep, steps: readonly Step[]) {
  if (row.attempts === 0) {
    moveStep(order.saga, row, 'skip', ctx)
    closeIfPutBack(ctx, order, steps)
  } else {
    moveStep(order.saga, row, 'undo', ctx)
    await enqueueStep(tx, order, row.name, 'take_back')
  }
  await saveSaga(tx, ctx, order)
}

async function takeBack(deps: EffectDeps, ctx: Ctx, orderId: string, step: World, steps: readonly Step[], key: string) {
  const held = await withRow(deps.db, ctx, orderId, step.name, async (_tx, held) =>
    held.row.status === 'undoing' ? held : null,
  )
  if (!held) return
  const error = await step.takeBack(deps, ctx, held.order, held.row.output, key).then(
    () => null,
    (e: unknown) => (e instanceof Error ? e.message : String(e)),
  )
  const after = { ...ctx, now: deps.now() }
  await withRow(deps.db, after, orderId, step.name, async (tx, { order, row }) => {
    if (row.status !== 'undoing') return
    if (error === null) {
      row.undoAttempts++
      return undoFinished(tx, after, order, step.name, steps)
    }
    const isLast = row.undoAttempts + 1 >= maxUndoAttempts
    const nextAt = isLast ? null : nextTry(after.now, row.undoAttempts + 1)
    if (nextAt) await enqueueStep(tx, order, step.name, 'take_back', nextAt)
    await undoStumbled(tx, after, order, step.name, { error, nextAt })
  })
}
