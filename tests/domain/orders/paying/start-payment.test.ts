import { describe, expect, test } from 'vitest'
import { resolveAttempt } from '../../../../src/domain/orders/paying/resolve-attempt'
import { startPayment } from '../../../../src/domain/orders/paying/start-payment'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, startedPayment, stateOf, urls } from '../../../support/orders'
import { drain } from '../../../support/outbox'
import { aShop, guestCtx, later, must, refused } from '../../../support/world'

import { aDraft } from './a-draft'

const { db } = await freshDb(16)

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
    const { shop, orderId, by, deps, ref, gateway, resolve } = await aDraft(db)
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
