import { describe, expect, test } from 'vitest'
import { cartView } from '../../../../src/domain/cart/queries'
import { cancelOrder } from '../../../../src/domain/orders/cancel-order'
import { orderView } from '../../../../src/domain/orders/order-view'
import { resolveAttempt } from '../../../../src/domain/orders/paying/resolve-attempt'
import { settleAttempt } from '../../../../src/domain/orders/paying/settle-attempt'
import { startPayment } from '../../../../src/domain/orders/paying/start-payment'
import type { Standing } from '../../../../src/domain/payments/gateway'
import { inTransaction } from '../../../../src/domain/shared/in-transaction'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, startedPayment, stateOf, urls } from '../../../support/orders'
import { drain } from '../../../support/outbox'
import {
  act,
  anAccount,
  aShop,
  counted,
  customerCtx,
  guestCtx,
  later,
  must,
  refused,
  type Shop,
} from '../../../support/world'

const { db } = await freshDb(16)
const left = async (shop: Shop) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
    .totalStock

/** A draft of one bowl of ten, its payment begun. */
async function aDraft(more: Parameters<typeof aShop>[1] = {}) {
  const shop = await aShop(db, { stock: { noodles: 10 }, ...more })
  const deps = testDeps(db)
  const order = await anOrder(db, shop, { state: 'draft', deps })
  const ref = await startedPayment(order)
  const settle = (standing: Standing) =>
    inTransaction(db, (tx) => settleAttempt(tx, deps.now(), { gateway: 'demo', externalRef: ref, standing }))
  const resolve = () => resolveAttempt(deps, { gateway: 'demo', externalRef: ref })
  return { shop, ...order, ref, deps, settle, resolve, gateway: deps.gateway }
}

test('R20: the money arrives, the draft gets its number and goes to the kitchen, its stock is sold', async () => {
  const { shop, orderId, ref, resolve, gateway } = await aDraft()
  gateway.set(ref, 'approved')
  expect(must(await resolve()).outcome).toBe('paid')
  expect(await stateOf(db, orderId)).toMatchObject({
    fulfilment: 'accepted',
    paymentState: 'paid',
    isFinalized: true,
    sequence: 1,
    saga: 'completed',
    executed: ['order', 'inventory', 'payment', 'kitchen'],
  })
  expect(await left(shop)).toBe(9)
  const holds = await db.selectFrom('stockHold').select('state').where('orderId', '=', orderId).execute()
  expect(holds).toEqual([{ state: 'sold' }])
})

describe('starting', () => {
  test('the attempt is stored before anything is sent, and a double tap goes to the same page', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const { orderId, by } = await anOrder(db, shop, { state: 'draft' })
    let stored: unknown
    const start = deps.gateway.start.bind(deps.gateway)
    deps.gateway.start = async (input) => {
      stored = await db
        .selectFrom('paymentAttempt')
        .select('status')
        .where('id', '=', input.attemptId)
        .executeTakeFirst()
      return start(input)
    }
    const urlsOf = await Promise.all(
      [1, 2].map(async () => must(await startPayment(deps, by, { orderId, urls })).paymentUrl),
    )
    urlsOf.push(must(await startPayment(deps, by, { orderId, urls })).paymentUrl)
    expect(stored).toBeDefined()
    expect(new Set(urlsOf).size).toBe(1)
    expect(deps.gateway.charges.size).toBe(1)
    const [charge] = deps.gateway.charges.values()
    expect(charge).toMatchObject({ amount: 180, currency: 'TWD', title: '小滿麵館 永康店' })
  })

  test('R21: a lost answer is unknown, is asked about, and does not end the order; beginning again works', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const { orderId, by } = await anOrder(db, shop, { state: 'draft', deps })
    deps.gateway.lost.start = 1
    expect(refused(await startPayment(deps, by, { orderId, urls }))).toEqual({ reason: 'gateway_silent' })
    deps.setNow(later(1))
    await drain(deps, { brandId: shop.brandId })
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'draft' })
    const ref = await startedPayment({ orderId, by, deps })
    deps.gateway.set(ref, 'approved')
    expect(must(await resolveAttempt(deps, { gateway: 'demo', externalRef: ref })).outcome).toBe('paid')
  })

  test('only whoever may see the order can pay it, and only while it is a draft', async () => {
    const { shop, orderId, by, deps, ref, gateway, resolve } = await aDraft()
    expect(refused(await startPayment(deps, guestCtx(shop), { orderId, urls }))).toEqual({ reason: 'not_found' })
    gateway.set(ref, 'approved')
    must(await resolve())
    expect(refused(await startPayment(deps, by, { orderId, urls }))).toEqual({ reason: 'already_paid' })
    const cancelled = await anOrder(db, shop, { state: 'cancelled', payWay: 'online' })
    expect(refused(await startPayment(deps, cancelled.by, { orderId: cancelled.orderId, urls }))).toEqual({
      reason: 'order_over',
    })
  })
})

describe('R21: callback, return and poll in any order, any number of times, are one payment', () => {
  const heard = ['callback', 'return', 'poll'] as const
  const orders = heard.flatMap((a) => heard.flatMap((b) => heard.map((c) => [a, b, c] as const)))
  type Way = (typeof heard)[number]

  test.each(orders)('%s, %s, %s', async (...ways: Way[]) => {
    const { orderId, ref, gateway, settle, resolve, total, shop } = await aDraft()
    gateway.set(ref, 'approved')
    const approved = gateway.standing(ref)
    const way: Record<Way, () => Promise<unknown>> = {
      callback: () => settle(approved),
      return: resolve,
      poll: resolve,
    }
    for (const name of ways) await way[name]()
    await paidOnce(orderId, total, shop)
  })

  test('all at the same moment, many times', async () => {
    const { orderId, ref, gateway, settle, resolve, total, shop } = await aDraft()
    gateway.set(ref, 'approved')
    const approved = gateway.standing(ref)
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? settle(approved) : resolve())))
    expect(outcomes.filter((o) => must(o).outcome === 'paid')).toHaveLength(1)
    await paidOnce(orderId, total, shop)
  })

  async function paidOnce(orderId: string, amount: number, shop: Shop) {
    const payments = await db
      .selectFrom('payment')
      .select(['status', 'amount', 'refundPromised'])
      .where('orderId', '=', orderId)
      .execute()
    expect(payments).toEqual([{ status: 'paid', amount, refundPromised: 0 }])
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'paid', sequence: 1, saga: 'completed' })
    expect(await db.selectFrom('ticket').select('id').where('orderId', '=', orderId).execute()).toHaveLength(1)
    expect(await left(shop)).toBe(9)
  }
})

describe('R20: it fails, everything is released and the lines are back in the cart with the reason', () => {
  test.each(['declined', 'cancelled'] as const)('%s at the bank', async (status) => {
    const { shop, orderId, by, ref, gateway, resolve } = await aDraft()
    expect(await left(shop)).toBe(9)
    gateway.set(ref, status)
    expect(must(await resolve()).outcome).toBe('failed')
    expect(must(await resolve()).outcome).toBe('already')
    expect(await stateOf(db, orderId)).toMatchObject({
      fulfilment: 'cancelled',
      paymentState: 'failed',
      endReason: `payment_${status}`,
      sequence: null,
      saga: 'compensated',
      steps: { order: 'undone', inventory: 'undone', payment: 'undone' },
    })
    expect(await left(shop)).toBe(10)
    expect((await cartView(db, by)).cart.lines).toMatchObject([{ dishId: shop.noodles, quantity: 1 }])
  })

  test('someone signed in finds the lines in their own cart', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const by = customerCtx(shop, await anAccount(db, '林小姐'))
    const order = await anOrder(db, shop, { state: 'draft', deps, by })
    const ref = await startedPayment(order)
    deps.gateway.set(ref, 'declined')
    must(await resolveAttempt(deps, { gateway: 'demo', externalRef: ref }))
    expect((await cartView(db, by)).cart.lines).toHaveLength(1)
  })

  test('complaint 13: a late "declined" never downgrades what is paid', async () => {
    const { orderId, ref, gateway, resolve, settle } = await aDraft()
    gateway.set(ref, 'approved')
    must(await resolve())
    for (const status of ['declined', 'cancelled', 'expired'] as const) {
      expect(must(await settle({ status, error: null })).outcome).toBe('already')
    }
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'paid', fulfilment: 'accepted' })
  })
})

describe('defects 20 and 22: money that is not this order’s is not believed', () => {
  test.each([
    ['amount', { amount: 1 }],
    ['currency', { currency: 'USD' }],
    ['order', { attemptId: 'another' }],
  ])('another %s', async (_name, wrong) => {
    const { orderId, ref, gateway, settle } = await aDraft()
    gateway.set(ref, 'approved')
    const approved = { ...gateway.standing(ref), ...wrong } as Standing
    expect(must(await settle(approved)).outcome).toBe('mismatch')
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'draft', paymentState: 'pending' })
    const attempt = await db
      .selectFrom('paymentAttempt')
      .selectAll()
      .where('externalRef', '=', ref)
      .executeTakeFirstOrThrow()
    expect(attempt).toMatchObject({ status: 'started', error: expect.stringContaining('mismatch') })
  })
})

describe('R9: money that arrives after the end goes back by itself', () => {
  test('complaint 12: paid after the guest cancelled: the page says cancelled, the refund is sent once', async () => {
    const { shop, orderId, by, deps, ref, gateway, resolve, total } = await aDraft()
    must(await act(db, cancelOrder, by, { orderId }))
    gateway.set(ref, 'approved')
    expect(must(await resolve()).outcome).toBe('sent_back')
    expect(must(await resolve()).outcome).toBe('already')
    expect(await stateOf(db, orderId)).toMatchObject({
      fulfilment: 'cancelled',
      paymentState: 'paid',
      saga: 'compensating',
      steps: { payment: 'undoing' },
    })

    await drain(deps, { brandId: shop.brandId })
    expect(gateway.kept).toBe(0)
    expect(await stateOf(db, orderId)).toMatchObject({
      fulfilment: 'cancelled',
      paymentState: 'refunded',
      saga: 'compensated',
    })
    const view = await orderView(db, by, orderId)
    expect(view).toMatchObject({ status: 'cancelled', refunds: [{ amount: total, status: 'done' }] })
  })

  test('a bill paid through two conversations is paid once, the second goes back whole', async () => {
    const { shop, orderId, by, deps, ref, gateway, resolve } = await aDraft()
    await db.updateTable('paymentAttempt').set({ status: 'unknown' }).where('externalRef', '=', ref).execute()
    const second = await startedPayment({ orderId, by, deps })
    expect(second).not.toBe(ref)
    gateway.set(ref, 'approved')
    gateway.set(second, 'approved')
    expect(must(await resolveAttempt(deps, { gateway: 'demo', externalRef: second })).outcome).toBe('paid')
    expect(must(await resolve()).outcome).toBe('sent_back')
    await drain(deps, { brandId: shop.brandId })
    expect(gateway.kept).toBe(180)
    expect(await stateOf(db, orderId)).toMatchObject({
      fulfilment: 'accepted',
      paymentState: 'paid',
      saga: 'completed',
    })
  })

  test('an authorisation is not taken once the order has ended', async () => {
    const { orderId, by, ref, gateway, resolve } = await aDraft()
    gateway.set(ref, 'authorized')
    must(await act(db, cancelOrder, by, { orderId }))
    must(await resolve())
    expect(gateway.asked.confirm).toBe(0)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'failed' })
  })

  test('an authorisation is taken while the order is a draft', async () => {
    const { orderId, ref, gateway, resolve } = await aDraft()
    gateway.set(ref, 'authorized')
    expect(must(await resolve()).outcome).toBe('paid')
    expect(gateway.asked.confirm).toBe(1)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'paid' })
  })
})

describe('R20, complaints 7 and 14: a draft whose time is up', () => {
  const waitOut = async ({ shop, deps }: { shop: Shop; deps: ReturnType<typeof testDeps> }, minutes = 11) => {
    deps.setNow(later(minutes))
    await drain(deps, { brandId: shop.brandId })
  }

  test('expires: stock is released once, the lines are back in the cart, the page says why', async () => {
    const draft = await aDraft()
    await waitOut(draft)
    expect(draft.gateway.asked.query).toBe(1)
    expect(await stateOf(db, draft.orderId)).toMatchObject({
      fulfilment: 'expired',
      paymentState: 'failed',
      endReason: 'hold_expired',
      saga: 'compensated',
    })
    expect(await left(draft.shop)).toBe(10)
    expect((await cartView(db, draft.by)).cart.lines).toHaveLength(1)
    await waitOut(draft, 20)
    expect(await left(draft.shop)).toBe(10)
  })

  test('not before its time', async () => {
    const draft = await aDraft()
    await waitOut(draft, 9)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'draft' })
  })

  test('the gateway is asked first: paid though nobody said so is paid', async () => {
    const draft = await aDraft()
    draft.gateway.set(draft.ref, 'approved')
    await waitOut(draft)
    expect(await stateOf(db, draft.orderId)).toMatchObject({
      fulfilment: 'accepted',
      paymentState: 'paid',
      saga: 'completed',
    })
  })

  test('a gateway that cannot say is asked again before anything is let go', async () => {
    const draft = await aDraft()
    draft.gateway.set(draft.ref, 'approved')
    draft.gateway.lost.query = 1
    await waitOut(draft, 10)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'draft' })
    await waitOut(draft, 11)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ paymentState: 'paid' })
  })

  test('money found later on a draft that was let go is sent back', async () => {
    const draft = await aDraft()
    await waitOut(draft)
    draft.gateway.set(draft.ref, 'approved')
    await waitOut(draft, 30)
    expect(draft.gateway.kept).toBe(0)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'expired', paymentState: 'refunded' })
  })

  test('a draft that was never sent to pay simply expires', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const { orderId } = await anOrder(db, shop, { state: 'draft', deps })
    await waitOut({ shop, deps })
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'expired' })
  })
})

test('complaint 44: the last portion held by a draft is nobody else’s until it is released', async () => {
  const shop = await aShop(db)
  await counted(db, shop, shop.noodles, 1)
  const deps = testDeps(db)
  await anOrder(db, shop, { state: 'draft', deps })
  await expect(anOrder(db, shop)).rejects.toThrow()
  deps.setNow(later(11))
  await drain(deps, { brandId: shop.brandId })
  await anOrder(db, shop)
})
