import { describe, expect, test } from 'vitest'
import { cancelOrder } from '../../../../src/domain/orders/cancel-order'
import { moveOrder } from '../../../../src/domain/orders/move-order'
import { maxUndoAttempts } from '../../../../src/domain/orders/saga/backoff'
import { compensate } from '../../../../src/domain/orders/saga/compensate'
import { advance } from '../../../../src/domain/orders/saga/engine'
import { retrySaga } from '../../../../src/domain/orders/saga/retry'
import { runWorldStep } from '../../../../src/domain/orders/saga/run-world-step'
import { fail, Refused, type Step, step, worldStep } from '../../../../src/domain/orders/saga/step'
import { orderSteps } from '../../../../src/domain/orders/saga/steps'
import { lockOrder } from '../../../../src/domain/orders/unit-of-work/lock-order'
import { flush, queue } from '../../../../src/domain/orders/unit-of-work/writes'
import { paidUpdate } from '../../../../src/domain/payments/mark-payment'
import { systemCtx } from '../../../../src/domain/shared/ctx'
import { inTransaction } from '../../../../src/domain/shared/in-transaction'
import { ok } from '../../../../src/domain/shared/result'
import { handlers } from '../../../../src/worker'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, stateOf } from '../../../support/orders'
import { drain, queued } from '../../../support/outbox'
import { act, aShop, later, must, noon, staffCtx } from '../../../support/world'

const { db } = await freshDb(16)

/** The tax office: issues an invoice for an order, or fails as often as told. */
function office({ failures = 0, refuses = false, undoFailures = 0, maxAttempts = 3 } = {}) {
  const issued: string[] = []
  const voided: string[] = []
  const invoice = worldStep<{ number: string }>({
    name: 'invoice',
    applies: () => true,
    maxAttempts,
    perform: async (_deps, _ctx, _order, key) => {
      if (refuses) throw new Refused('no such tax id')
      if (failures-- > 0) throw new Error('timeout')
      if (!issued.includes(key)) issued.push(key)
      return { number: `AB-${issued.length}` }
    },
    takeBack: async (_deps, _ctx, _order, output, key) => {
      if (undoFailures-- > 0) throw new Error('office closed')
      voided.push(output?.number ?? `unknown ${key}`)
    },
  })
  return { issued, voided, invoice }
}

/** An order that has just been paid and whose saga has these steps after its usual ones. */
async function aSaga(more: Step[], payWay: 'cash' | 'online' = 'cash') {
  const steps = [...orderSteps, ...more]
  const shop = await aShop(db, { stock: { noodles: 5 } })
  const deps = testDeps(db)
  const { orderId, by } = await anOrder(db, shop, { payWay, state: payWay === 'online' ? 'draft' : 'placed', deps })
  const ctx = systemCtx(shop, noon)
  if (payWay === 'cash')
    await inTransaction(db, async (tx) => {
      const order = (await lockOrder(tx, shop.brandId, orderId))!
      await queue(tx, order, { name: 'paid', sql: paidUpdate(ctx, order.payments[0]!)!, hits: 1 })
      must(await moveOrder(tx, ctx, order, [{ payment: 'pay' }]))
      await flush(tx, order)
      return ok(undefined)
    })
  const acts = { ...handlers, 'saga.step': runWorldStep(steps) }
  const go = () => inTransaction(db, (tx) => advance(tx, { ...ctx, now: deps.now() }, orderId, steps))
  const work = () => drain(deps, { brandId: shop.brandId, acts })
  const left = async () =>
    (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
      .totalStock
  const state = () => stateOf(db, orderId)
  const stepRow = (name: string) =>
    db
      .selectFrom('sagaStep')
      .innerJoin('saga', 'saga.id', 'sagaStep.sagaId')
      .selectAll('sagaStep')
      .where('orderId', '=', orderId)
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  return { shop, orderId, by, deps, go, work, left, state, stepRow, steps }
}

describe('R15: a step that touches the world', () => {
  test('runs from the outbox once, and the saga is complete with its output', async () => {
    const { invoice, issued } = office()
    const saga = await aSaga([invoice])
    await saga.go()
    await saga.go()
    expect(await saga.state()).toMatchObject({ saga: 'executing', steps: { kitchen: 'done', invoice: 'running' } })
    await saga.work()
    expect(await saga.state()).toMatchObject({ saga: 'completed' })
    expect(await saga.stepRow('invoice')).toMatchObject({ status: 'done', attempts: 1, output: { number: 'AB-1' } })
    expect(issued).toEqual([`${saga.orderId}:invoice`])
  })

  test('fails, is tried again later each time, and gets there', async () => {
    const { invoice, issued } = office({ failures: 2 })
    const saga = await aSaga([invoice])
    await saga.go()
    await saga.work()
    expect(await saga.stepRow('invoice')).toMatchObject({ status: 'running', attempts: 1, error: 'timeout' })
    const [next] = await queued(db, 'saga.step', saga.orderId)
    expect(next!.runAt.getTime()).toBe(noon.getTime() + 15_000)
    saga.deps.setNow(later(10))
    await saga.work()
    saga.deps.setNow(later(20))
    await saga.work()
    expect(await saga.stepRow('invoice')).toMatchObject({ status: 'done', attempts: 3, error: null })
    expect(issued).toHaveLength(1)
  })

  test('fails for good: everything before it is undone, newest first, and the unknown is taken back', async () => {
    const { invoice, voided } = office({ failures: 99, maxAttempts: 2 })
    const saga = await aSaga([invoice])
    await saga.go()
    for (const minutes of [0, 5, 10, 15]) {
      saga.deps.setNow(later(minutes))
      await saga.work()
    }
    expect(voided).toEqual([`unknown ${saga.orderId}:invoice`])
    const state = await saga.state()
    expect(state).toMatchObject({
      fulfilment: 'cancelled',
      endReason: 'invoice_failed',
      steps: { inventory: 'undone', kitchen: 'undone', invoice: 'undone' },
    })
    expect(await saga.left()).toBe(5)
    expect(await saga.stepRow('kitchen')).toMatchObject({ undoAttempts: 1 })
  })

  test('is refused: it needs no undo, the rest is put back', async () => {
    const { invoice, voided } = office({ refuses: true })
    const saga = await aSaga([invoice])
    await saga.go()
    await saga.work()
    expect(voided).toEqual([])
    expect(await saga.state()).toMatchObject({
      fulfilment: 'cancelled',
      steps: { invoice: 'failed', kitchen: 'undone', inventory: 'undone' },
    })
  })

  test('is under way while the order is cancelled: what it did is taken back', async () => {
    const { invoice, issued, voided } = office()
    const perform = invoice.perform
    const saga = await aSaga([
      {
        ...invoice,
        perform: async (...args) => {
          const output = await perform(...args)
          must(await act(db, cancelOrder, staffCtx(saga.shop), { orderId: saga.orderId, cause: '客人要求' }))
          expect(await saga.state()).toMatchObject({
            saga: 'compensating',
            steps: { invoice: 'running', order: 'undoing' },
          })
          return output
        },
      },
    ])
    await saga.go()
    await saga.work()
    expect([issued.length, voided]).toEqual([1, ['AB-1']])
    expect(await saga.state()).toMatchObject({ saga: 'compensated', steps: { invoice: 'undone', order: 'undone' } })
  })

  test('is still waiting to begin when the order is cancelled: it never happens', async () => {
    const { invoice, issued } = office()
    const saga = await aSaga([invoice])
    await saga.go()
    must(await act(db, cancelOrder, staffCtx(saga.shop), { orderId: saga.orderId, cause: '客人要求' }))
    await saga.work()
    expect(issued).toEqual([])
    expect(await saga.state()).toMatchObject({ saga: 'compensated', steps: { invoice: 'skipped' } })
  })
})

describe('R18: an undo that does not work', () => {
  test('is tried eight times with growing pauses, then waits for a person, who tries again', async () => {
    const { invoice, voided } = office({ undoFailures: maxUndoAttempts })
    const saga = await aSaga([invoice])
    await saga.go()
    await saga.work()
    must(
      await act(
        db,
        (tx, ctx, input: { orderId: string; cause: string }) => cancelWith(tx, ctx, input, saga.steps),
        staffCtx(saga.shop),
        { orderId: saga.orderId, cause: '退' },
      ),
    )
    await saga.work()
    expect(await saga.stepRow('invoice')).toMatchObject({
      status: 'undoing',
      undoError: 'office closed',
      undoAttempts: 1,
    })
    expect((await saga.stepRow('invoice')).undoNextAt).toEqual(new Date(noon.getTime() + 15_000))
    // What is ours did not wait for the office.
    expect(await saga.left()).toBe(5)
    for (let i = 1; i < 12; i++) {
      saga.deps.setNow(later(i * 11))
      await saga.work()
    }
    expect(await saga.stepRow('invoice')).toMatchObject({
      status: 'undo_failed',
      undoAttempts: maxUndoAttempts,
      undoNextAt: null,
    })
    expect(await saga.state()).toMatchObject({ saga: 'compensating', steps: { order: 'undoing' } })

    const again = (
      tx: Parameters<typeof retrySaga>[0],
      ctx: Parameters<typeof retrySaga>[1],
      input: { orderId: string },
    ) => retrySaga(tx, ctx, input, saga.steps)
    must(await act(db, again, staffCtx(saga.shop), { orderId: saga.orderId }))
    await saga.work()
    expect(voided).toEqual(['AB-1'])
    expect(await saga.state()).toMatchObject({ saga: 'compensated', steps: { invoice: 'undone', order: 'undone' } })
  })
})

test('a local step that cannot be done turns the saga back at once, in the same transaction', async () => {
  const never = step<null>({
    name: 'never',
    applies: () => true,
    run: async () => fail({ reason: 'refused', error: 'cannot be done' }),
    undo: async () => ({ kind: 'undone' }),
  })
  const saga = await aSaga([never])
  await saga.go()
  expect(await saga.state()).toMatchObject({
    fulfilment: 'cancelled',
    endReason: 'cannot be done',
    steps: { never: 'failed', kitchen: 'undone', inventory: 'undone' },
  })
  expect(await saga.left()).toBe(5)
})

async function cancelWith(
  tx: Parameters<typeof retrySaga>[0],
  ctx: Parameters<typeof retrySaga>[1],
  input: { orderId: string; cause: string },
  steps: readonly Step[],
) {
  const order = (await lockOrder(tx, ctx.brandId, input.orderId))!
  return compensate(tx, ctx, order, { event: 'cancel', reason: input.cause }, steps)
}
