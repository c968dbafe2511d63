import { describe, expect, test } from 'vitest'
import { cancelOrder } from '../../../../src/domain/orders/cancel-order'
import { orderView } from '../../../../src/domain/orders/order-view'
import { resolveAttempt } from '../../../../src/domain/orders/paying/resolve-attempt'
import { freshDb } from '../../../support/db'
import { startedPayment, stateOf } from '../../../support/orders'
import { drain } from '../../../support/outbox'
import { act, must } from '../../../support/world'

import { aDraft } from './a-draft'

const { db } = await freshDb(16)

describe('R9: money that arrives after the end goes back by itself', () => {
  test('complaint 12: paid after the guest cancelled: the page says cancelled, the refund is sent once', async () => {
    const { shop, orderId, by, deps, ref, gateway, resolve, total } = await aDraft(db)
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
    const { shop, orderId, by, deps, ref, gateway, resolve } = await aDraft(db)
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
    const { orderId, by, ref, gateway, resolve } = await aDraft(db)
    gateway.set(ref, 'authorized')
    must(await act(db, cancelOrder, by, { orderId }))
    must(await resolve())
    expect(gateway.asked.confirm).toBe(0)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'failed' })
  })

  test('an authorisation is taken while the order is a draft', async () => {
    const { orderId, ref, gateway, resolve } = await aDraft(db)
    gateway.set(ref, 'authorized')
    expect(must(await resolve()).outcome).toBe('paid')
    expect(gateway.asked.confirm).toBe(1)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'paid' })
  })
})
