import { describe, expect, test } from 'vitest'
import { acceptOrder } from '../../../src/domain/orders/accept-order'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { setKitchenStatus } from '../../../src/domain/orders/cooking/set-kitchen-status'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { resolveAttempt } from '../../../src/domain/orders/paying/resolve-attempt'
import { previewReversal } from '../../../src/domain/orders/preview-reversal'
import { rejectOrder } from '../../../src/domain/orders/reject-order'
import { settleByHand } from '../../../src/domain/orders/saga/settle-by-hand'
import { newId } from '../../../src/domain/shared/ids'
import { board } from '../../../src/domain/tickets/queries'
import { freshDb } from '../../support/db'
import { testDeps } from '../../support/gateway'
import { anOrder, type OrderState, startedPayment, stateOf } from '../../support/orders'
import { drain } from '../../support/outbox'
import { act, aShop, guestCtx, must, refused, type Shop, staffCtx } from '../../support/world'

const { db } = await freshDb(16)
const left = async (shop: Shop) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
    .totalStock
const log = (orderId: string) =>
  db.selectFrom('stockLog').select(['type', 'change']).where('orderId', '=', orderId).orderBy('id').execute()
const cause = '牛筋賣完了'

describe('R13: who may cancel when', () => {
  const cases: [OrderState, boolean][] = [
    ['draft', true],
    ['placed', true],
    ['paid', true],
    ['preparing', false],
    ['ready', false],
  ]
  test.each(cases)('a guest, when it is %s: %s', async (state, may) => {
    const shop = await aShop(db)
    const { orderId, by } = await anOrder(db, shop, { state })
    const result = await act(db, cancelOrder, by, { orderId })
    if (may) expect(must(result)).toEqual({ orderId })
    else expect(refused(result)).toEqual({ reason: 'kitchen_started' })
  })

  test.each(['draft', 'placed', 'paid', 'preparing', 'ready'] as const)(
    'staff, when it is %s, with a cause',
    async (state) => {
      const shop = await aShop(db)
      const { orderId } = await anOrder(db, shop, { state })
      expect(refused(await act(db, cancelOrder, staffCtx(shop), { orderId }))).toEqual({ reason: 'cause_missing' })
      must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
      expect(await stateOf(db, orderId)).toMatchObject({
        fulfilment: 'cancelled',
        endReason: cause,
        saga: 'compensated',
      })
    },
  )

  test('nobody, once it is completed; a stranger never, and learns nothing', async () => {
    const shop = await aShop(db)
    const { orderId } = await anOrder(db, shop, { state: 'completed' })
    expect(refused(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))).toEqual({
      reason: 'illegal_move',
      from: 'completed',
      event: 'cancel',
    })
    const paid = await anOrder(db, shop, { state: 'paid' })
    const elsewhere = await aShop(db)
    for (const ctx of [guestCtx(shop), staffCtx(elsewhere)]) {
      const there = { ...ctx, brandId: shop.brandId, storeId: shop.storeId }
      expect(refused(await act(db, cancelOrder, there, { orderId: paid.orderId, cause }))).toEqual({
        reason: 'not_found',
      })
    }
  })
})

describe('R17: one reversal, each thing once', () => {
  test('complaints 4 and 62: before the kitchen starts, stock comes back; the inverse is in the log', async () => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId, by } = await anOrder(db, shop, { state: 'paid' })
    expect(await left(shop)).toBe(4)
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
    must(await act(db, cancelOrder, by, { orderId }))
    expect(await left(shop)).toBe(5)
    expect(await log(orderId)).toEqual([
      { type: 'sale', change: -1 },
      { type: 'return', change: 1 },
    ])
  })

  test('after it started it is waste and does not come back', async () => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId } = await anOrder(db, shop, { state: 'preparing' })
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
    expect(await left(shop)).toBe(4)
    expect(await log(orderId)).toEqual([
      { type: 'sale', change: -1 },
      { type: 'waste', change: 0 },
    ])
  })

  test('the preview says what then happens', async () => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId, total } = await anOrder(db, shop, { state: 'preparing' })
    expect(await previewReversal(db, staffCtx(shop), orderId)).toEqual({
      orderId,
      money: { amount: total, method: 'cash', by: 'counter' },
      stock: [{ name: { 'zh-Hant': '牛肉麵' }, quantity: 1, fate: 'waste' }],
      tickets: [{ stationId: shop.stationId, started: true }],
      delivery: false,
    })
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
    expect(await previewReversal(db, staffCtx(shop), orderId)).toBeNull()
  })

  test('staff hand cash back as they cancel; both clocks and the books say so', async () => {
    const shop = await aShop(db)
    const { orderId, total } = await anOrder(db, shop, { state: 'paid' })
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
    expect(await stateOf(db, orderId)).toMatchObject({
      paymentState: 'refunded',
      saga: 'compensated',
      steps: { order: 'undone', inventory: 'undone', payment: 'undone', kitchen: 'undone', delivery: 'skipped' },
    })
    const refunds = await db.selectFrom('refund').selectAll().execute()
    expect(refunds.filter((r) => r.brandId === shop.brandId)).toMatchObject([
      { amount: total, by: 'counter', status: 'done' },
    ])
  })

  test('a guest who cancels what they paid in cash is owed it until staff give it back', async () => {
    const shop = await aShop(db)
    const { orderId, by } = await anOrder(db, shop, { state: 'paid' })
    must(await act(db, cancelOrder, by, { orderId }))
    expect(await stateOf(db, orderId)).toMatchObject({
      fulfilment: 'cancelled',
      paymentState: 'paid',
      saga: 'compensating',
    })
    must(await act(db, settleByHand, staffCtx(shop), { orderId, note: '櫃檯退現金' }))
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    expect(refused(await act(db, settleByHand, staffCtx(shop), { orderId, note: 'x' }))).toEqual({
      reason: 'nothing_stuck',
    })
  })

  test('ten people cancel at once: one refund, one return', async () => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const deps = testDeps(db)
    const { orderId, by } = await anOrder(db, shop, { state: 'paid', payWay: 'online', deps })
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => act(db, cancelOrder, i % 2 ? by : staffCtx(shop), { orderId, cause })),
    )
    await drain(deps, { brandId: shop.brandId })
    expect(deps.gateway.asked.refund).toBe(1)
    expect(deps.gateway.kept).toBe(0)
    expect(await left(shop)).toBe(5)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
  })

  test('cancelling while the kitchen starts: one of them is too late, and the books agree either way', async () => {
    for (let i = 0; i < 8; i++) {
      const shop = await aShop(db, { stock: { noodles: 5 } })
      const { orderId, by } = await anOrder(db, shop, { state: 'paid' })
      const [cancelled, started] = await Promise.all([
        act(db, cancelOrder, by, { orderId }),
        act(db, setKitchenStatus, staffCtx(shop), { orderId, status: 'preparing' }),
      ])
      expect([cancelled.ok, started.ok].filter(Boolean)).toHaveLength(1)
      expect(await left(shop)).toBe(cancelled.ok ? 5 : 4)
    }
  })
})

describe('complaint 36: a cancelled ticket', () => {
  test('stays on the board, struck, until the kitchen has seen it, and can never be served', async () => {
    const shop = await aShop(db)
    const { orderId } = await anOrder(db, shop, { state: 'preparing' })
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause }))
    expect((await board(db, staffCtx(shop))).tickets).toMatchObject([{ orderId, status: 'cancelled' }])
    expect(refused(await act(db, setKitchenStatus, staffCtx(shop), { orderId, status: 'ready' }))).toEqual({
      reason: 'order_over',
    })
  })
})

describe('complaint 5, defect 5: an order that has ended changes no more', () => {
  test.each(['cancelled', 'completed'] as const)('%s', async (state) => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId } = await anOrder(db, shop, { state })
    const before = await stateOf(db, orderId)
    const staff = staffCtx(shop)
    await act(db, acceptOrder, staff, { orderId })
    await act(db, rejectOrder, staff, { orderId, cause })
    await act(db, cancelOrder, staff, { orderId, cause })
    await act(db, confirmCash, staff, { orderId, key: newId() })
    await act(db, setKitchenStatus, staff, { orderId, status: 'ready' })
    expect(await stateOf(db, orderId)).toEqual(before)
  })
})

test('staff reject a new order with a cause: nothing was cooked, the money goes back', async () => {
  const shop = await aShop(db, { stock: { noodles: 5 }, store: { autoAccept: false } })
  const deps = testDeps(db)
  const { orderId, by } = await anOrder(db, shop, { state: 'draft', deps })
  const ref = await startedPayment({ orderId, by, deps })
  deps.gateway.set(ref, 'approved')
  must(await resolveAttempt(deps, { gateway: 'demo', externalRef: ref }))
  expect(refused(await act(db, rejectOrder, staffCtx(shop), { orderId, cause: ' ' }))).toEqual({
    reason: 'cause_missing',
  })
  must(await act(db, rejectOrder, staffCtx(shop), { orderId, cause }))
  await drain(deps, { brandId: shop.brandId })
  expect(await stateOf(db, orderId)).toMatchObject({
    fulfilment: 'rejected',
    paymentState: 'refunded',
    saga: 'compensated',
    endReason: cause,
  })
  expect(await left(shop)).toBe(5)
  expect(deps.gateway.kept).toBe(0)
})

test('complaint 18, R21: the database itself refuses to give back more than came in', async () => {
  const shop = await aShop(db)
  const { paymentId, total } = await anOrder(db, shop, { state: 'paid' })
  const promise = (refundPromised: number) =>
    db.updateTable('payment').set({ refundPromised }).where('id', '=', paymentId).execute()
  await expect(promise(total + 1)).rejects.toThrow(/check/)
  await expect(
    db.updateTable('payment').set({ refundedAmount: 1 }).where('id', '=', paymentId).execute(),
  ).rejects.toThrow(/check/)
})
