import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { cancelOrder } from '../../../../src/domain/orders/cancel-order'
import { maxUndoAttempts } from '../../../../src/domain/orders/saga/backoff'
import { retrySaga } from '../../../../src/domain/orders/saga/retry'
import { settleByHand } from '../../../../src/domain/orders/saga/settle-by-hand'
import { sweepSagas } from '../../../../src/domain/orders/saga/sweep'
import { turnBackSaga } from '../../../../src/domain/orders/saga/turn-back'
import { booksAgree } from '../../../support/books'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, stateOf } from '../../../support/orders'
import { drain, queued } from '../../../support/outbox'
import { act, aShop, later, must, noon, refused, staffCtx } from '../../../support/world'

const { db } = await freshDb(16)

/** A paid online order that its guest has cancelled; the refund is on its way. */
async function aCancelled() {
  const shop = await aShop(db, { stock: { noodles: 5 } })
  const deps = testDeps(db)
  const { orderId, by } = await anOrder(db, shop, { state: 'paid', payWay: 'online', deps })
  must(await act(db, cancelOrder, by, { orderId }))
  const work = () => drain(deps, { brandId: shop.brandId })
  const step = () =>
    db
      .selectFrom('sagaStep')
      .innerJoin('saga', 'saga.id', 'sagaStep.sagaId')
      .selectAll('sagaStep')
      .where('orderId', '=', orderId)
      .where('name', '=', 'payment')
      .executeTakeFirstOrThrow()
  return { shop, deps, orderId, gateway: deps.gateway, work, step, staff: staffCtx(shop) }
}
type Cancelled = Awaited<ReturnType<typeof aCancelled>>

async function exhaust({ deps, work, gateway }: Cancelled) {
  gateway.failing.refund = maxUndoAttempts
  for (let i = 0; i <= maxUndoAttempts; i++) {
    deps.setNow(later(i * 11))
    await work()
  }
}

describe('R17, R18: a refund', () => {
  test('is sent once by its own key, and the saga is compensated when the bank has it', async () => {
    const it = await aCancelled()
    await it.work()
    expect(it.gateway.kept).toBe(0)
    expect(await stateOf(db, it.orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    await booksAgree(db, it.shop)
  })

  test('whose answer is lost is sent again under the same key: the money goes back once', async () => {
    const it = await aCancelled()
    it.gateway.lost.refund = 2
    for (const minutes of [0, 5, 10]) {
      it.deps.setNow(later(minutes))
      await it.work()
    }
    expect(it.gateway.asked.refund).toBe(3)
    expect(it.gateway.kept).toBe(0)
    expect(await stateOf(db, it.orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    await booksAgree(db, it.shop)
  })

  test('that does not get through says why and when it is tried next; stock did not wait for it', async () => {
    const it = await aCancelled()
    it.gateway.failing.refund = 1
    await it.work()
    expect(await it.step()).toMatchObject({
      status: 'undoing',
      undoError: 'bank is down',
      undoNextAt: new Date(noon.getTime() + 15_000),
    })
    expect(await stateOf(db, it.orderId)).toMatchObject({
      steps: { inventory: 'undone', kitchen: 'undone', order: 'undoing' },
    })
    expect(await queued(db, 'payment.refund', it.orderId)).toHaveLength(1)
  })

  test('that never gets through waits for a person after eight tries; their retry sends it', async () => {
    const it = await aCancelled()
    await exhaust(it)
    expect(it.gateway.asked.refund).toBe(maxUndoAttempts)
    expect(await it.step()).toMatchObject({ status: 'undo_failed', undoNextAt: null })
    expect(await stateOf(db, it.orderId)).toMatchObject({ saga: 'compensating' })
    must(await act(db, retrySaga, it.staff, { orderId: it.orderId }))
    await it.work()
    expect(it.gateway.kept).toBe(0)
    expect(await stateOf(db, it.orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    await booksAgree(db, it.shop)
  })

  test('that went back another way is said so by a person, with a note, and is not sent after that', async () => {
    const it = await aCancelled()
    await exhaust(it)
    expect(refused(await act(db, settleByHand, it.staff, { orderId: it.orderId, note: '' }))).toEqual({
      reason: 'cause_missing',
    })
    must(await act(db, settleByHand, it.staff, { orderId: it.orderId, note: '已臨櫃匯還' }))
    await it.work()
    expect(it.gateway.asked.refund).toBe(maxUndoAttempts)
    expect(await stateOf(db, it.orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    expect(await db.selectFrom('refund').select('note').where('brandId', '=', it.shop.brandId).execute()).toEqual([
      { note: '已臨櫃匯還' },
    ])
  })

  test('can be hurried: retry now replaces the wait', async () => {
    const it = await aCancelled()
    it.gateway.failing.refund = 1
    await it.work()
    must(await act(db, retrySaga, it.staff, { orderId: it.orderId }))
    await it.work()
    expect(it.gateway.kept).toBe(0)
    expect(await queued(db, 'payment.refund', it.orderId)).toEqual([])
  })

  test('is nobody’s to push who does not work there, nor where nothing is stuck', async () => {
    const it = await aCancelled()
    await it.work()
    expect(refused(await act(db, retrySaga, it.staff, { orderId: it.orderId }))).toEqual({ reason: 'nothing_stuck' })
    const elsewhere = { ...staffCtx(await aShop(db)), brandId: it.shop.brandId, storeId: it.shop.storeId }
    expect(refused(await act(db, retrySaga, elsewhere, { orderId: it.orderId }))).toEqual({ reason: 'not_found' })
    expect(refused(await act(db, turnBackSaga, it.staff, { orderId: it.orderId, cause: 'x' }))).toMatchObject({
      reason: 'illegal_move',
    })
  })
})

test('R18: an admin turns a saga back: everything is undone, and the audit says who and why', async () => {
  const shop = await aShop(db, { stock: { noodles: 5 } })
  const { orderId } = await anOrder(db, shop, { state: 'preparing' })
  expect(refused(await act(db, turnBackSaga, staffCtx(shop), { orderId, cause: ' ' }))).toEqual({
    reason: 'cause_missing',
  })
  must(await act(db, turnBackSaga, staffCtx(shop), { orderId, cause: '爐子壞了' }))
  expect(await stateOf(db, orderId)).toMatchObject({
    fulfilment: 'cancelled',
    saga: 'compensated',
    endReason: '爐子壞了',
  })
  const rows = await db.selectFrom('auditLog').select(['action', 'actor']).where('subjectId', '=', orderId).execute()
  expect(rows.at(-1)).toEqual({ action: 'saga.turn_back', actor: '阿哲' })
  await booksAgree(db, shop)
})

describe('R16: what a crash leaves without a job is found by the sweep', () => {
  const loseJobs = (orderId: string) =>
    sql`delete from graphile_worker._private_jobs where payload->>'orderId' = ${orderId}`.execute(db)

  test('a refund', async () => {
    const it = await aCancelled()
    await loseJobs(it.orderId)
    it.deps.setNow(later(5))
    await sweepSagas(it.deps, {}, { id: '1', attempt: 1, maxAttempts: 1 })
    await it.work()
    expect(it.gateway.kept).toBe(0)
    expect(await stateOf(db, it.orderId)).toMatchObject({ saga: 'compensated' })
  })

  test('a draft past its time', async () => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const deps = testDeps(db)
    const { orderId } = await anOrder(db, shop, { state: 'draft', deps })
    await loseJobs(orderId)
    deps.setNow(later(13))
    await sweepSagas(deps, {}, { id: '1', attempt: 1, maxAttempts: 1 })
    await drain(deps, { brandId: shop.brandId })
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'expired' })
  })

  test('a future order’s tickets', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const { orderId } = await anOrder(db, shop, { state: 'paid', input: { promisedAt: later(120) } })
    await loseJobs(orderId)
    deps.setNow(later(130))
    await sweepSagas(deps, {}, { id: '1', attempt: 1, maxAttempts: 1 })
    await drain(deps, { brandId: shop.brandId })
    expect(await db.selectFrom('ticket').select('status').where('orderId', '=', orderId).execute()).toEqual([
      { status: 'queued' },
    ])
  })
})
