import { describe, expect, test } from 'vitest'
import { cartView } from '../../../../src/domain/cart/queries'
import { resolveAttempt } from '../../../../src/domain/orders/paying/resolve-attempt'
import type { Standing } from '../../../../src/domain/payments/gateway'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, startedPayment, stateOf } from '../../../support/orders'
import { anAccount, aShop, customerCtx, must, type Shop } from '../../../support/world'

import { aDraft, left } from './a-draft'

const { db } = await freshDb(16)

test('R20: the money arrives, the draft gets its number and goes to the kitchen, its stock is sold', async () => {
  const { shop, orderId, ref, resolve, gateway } = await aDraft(db)
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
  expect(await left(db, shop)).toBe(9)
  const holds = await db.selectFrom('stockHold').select('state').where('orderId', '=', orderId).execute()
  expect(holds).toEqual([{ state: 'sold' }])
})

describe('R21: callback, return and poll in any order, any number of times, are one payment', () => {
  const heard = ['callback', 'return', 'poll'] as const
  const orders = heard.flatMap((a) => heard.flatMap((b) => heard.map((c) => [a, b, c] as const)))
  type Way = (typeof heard)[number]

  test.each(orders)('%s, %s, %s', async (...ways: Way[]) => {
    const { orderId, ref, gateway, settle, resolve, total, shop } = await aDraft(db)
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
    const { orderId, ref, gateway, settle, resolve, total, shop } = await aDraft(db)
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
    expect(await left(db, shop)).toBe(9)
  }
})

describe('R20: it fails, everything is released and the lines are back in the cart with the reason', () => {
  test.each(['declined', 'cancelled'] as const)('%s at the bank', async (status) => {
    const { shop, orderId, by, ref, gateway, resolve } = await aDraft(db)
    expect(await left(db, shop)).toBe(9)
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
    expect(await left(db, shop)).toBe(10)
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
    const { orderId, ref, gateway, resolve, settle } = await aDraft(db)
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
    const { orderId, ref, gateway, settle } = await aDraft(db)
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
