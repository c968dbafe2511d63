import { describe, expect, test } from 'vitest'
import { confirmCash } from '../../../../src/domain/orders/paying/confirm-cash'
import { placeOrder } from '../../../../src/domain/orders/place-order'
import { orderHistory } from '../../../../src/domain/orders/queries'
import { newId } from '../../../../src/domain/shared/ids'
import { freshDb } from '../../../support/db'
import { anOrder, placeInput, stateOf } from '../../../support/orders'
import { act, anAccount, aShop, guestCtx, must, noon, refused, staffCtx } from '../../../support/world'

const { db } = await freshDb(16)
const tickets = (orderId: string) => db.selectFrom('ticket').selectAll().where('orderId', '=', orderId).execute()

test('R19: a cashier takes 200 for 180, the change is 20, the kitchen begins and the books say who', async () => {
  const shop = await aShop(db)
  const accountId = await anAccount(db, '阿哲')
  const { orderId, paymentId } = await anOrder(db, shop)
  const staff = staffCtx(shop, { accountId })
  const taken = must(await act(db, confirmCash, staff, { orderId, tendered: 200, key: 'k' }))
  expect(taken).toEqual({ orderId, paymentId, amount: 180, tendered: 200, change: 20, replayed: false })
  expect(await stateOf(db, orderId)).toMatchObject({
    paymentState: 'paid',
    fulfilment: 'accepted',
    saga: 'completed',
    executed: ['order', 'inventory', 'payment', 'kitchen'],
  })
  expect(await tickets(orderId)).toMatchObject([{ status: 'queued', stationId: shop.stationId }])
  const payment = await db.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirstOrThrow()
  expect(payment).toMatchObject({
    status: 'paid',
    tendered: 200,
    changeGiven: 20,
    confirmedBy: accountId,
    paidAt: noon,
  })
  const audited = await db.selectFrom('auditLog').selectAll().where('subjectId', '=', paymentId).execute()
  expect(audited).toMatchObject([{ action: 'payment.confirm', accountId, storeId: shop.storeId }])
})

test('R7: both clocks tell every change, who made it and when', async () => {
  const shop = await aShop(db)
  const { orderId } = await anOrder(db, shop, { state: 'paid' })
  expect(await orderHistory(db, staffCtx(shop), orderId)).toMatchObject([
    { clock: 'fulfilment', from: null, to: 'placed', status: 'unpaid', actor: 'guest' },
    { clock: 'fulfilment', from: 'placed', to: 'accepted', status: 'unpaid' },
    { clock: 'payment', from: 'unpaid', to: 'paid', status: 'paid', actor: '阿哲', at: noon },
  ])
})

describe('exactly once', () => {
  test('two cashiers at the same moment: one takes the money, the other is told who did', async () => {
    const shop = await aShop(db)
    const accounts = [await anAccount(db, '阿哲'), await anAccount(db, '小美')]
    const { orderId } = await anOrder(db, shop)
    const results = await Promise.all(
      accounts.map((accountId) => act(db, confirmCash, staffCtx(shop, { accountId }), { orderId, key: newId() })),
    )
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    const winner = results[0]!.ok ? '阿哲' : '小美'
    expect(results.find((r) => !r.ok)).toMatchObject({ refusal: { reason: 'already_paid', at: noon, by: winner } })
    expect(await tickets(orderId)).toHaveLength(1)
  })

  test('defect 11: ten taps of one cashier are one payment and one answer', async () => {
    const shop = await aShop(db)
    const { orderId } = await anOrder(db, shop)
    const staff = staffCtx(shop)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => act(db, confirmCash, staff, { orderId, tendered: 500, key: 'one' })),
    )
    const values = answers.map(must)
    expect(values.filter((v) => !v.replayed)).toHaveLength(1)
    expect(new Set(values.map((v) => v.change))).toEqual(new Set([320]))
    expect(await tickets(orderId)).toHaveLength(1)
  })
})

describe('refusals', () => {
  test('too little, over, somebody else’s store, an online draft', async () => {
    const shop = await aShop(db)
    const elsewhere = await aShop(db)
    const staff = staffCtx(shop)
    const { orderId, paymentId } = await anOrder(db, shop)
    const ask = async (ctx = staff, input: object = {}) =>
      refused(await act(db, confirmCash, ctx, { orderId, key: newId(), ...input }))
    expect(await ask(staff, { tendered: 100 })).toEqual({ reason: 'too_little', missing: 80 })
    expect(await ask(staffCtx(elsewhere))).toEqual({ reason: 'not_found' })
    expect(await ask({ ...staffCtx(elsewhere), brandId: shop.brandId, storeId: shop.storeId })).toEqual({
      reason: 'not_found',
    })
    expect(await ask(staff, { orderId: undefined, paymentId: newId() })).toEqual({ reason: 'not_found' })
    must(await act(db, confirmCash, staff, { paymentId, key: newId() }))

    const cancelled = await anOrder(db, shop, { state: 'cancelled' })
    expect(await ask(staff, { orderId: cancelled.orderId })).toEqual({ reason: 'order_over' })
    const draft = await anOrder(db, shop, { state: 'draft' })
    expect(await ask(staff, { orderId: draft.orderId })).toEqual({ reason: 'not_cash' })
  })

  test('defect 12: a stranger cannot take money, nor can a guest pay by saying so', async () => {
    const shop = await aShop(db)
    const { orderId, by } = await anOrder(db, shop)
    for (const ctx of [by, guestCtx(shop)]) {
      expect(refused(await act(db, confirmCash, ctx, { orderId, key: newId() }))).toEqual({ reason: 'not_found' })
    }
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'unpaid' })
  })
})

test('R8: paid but not yet accepted, the kitchen waits; taking cash at the counter accepts', async () => {
  const shop = await aShop(db, { store: { autoAccept: false } })
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'placed', paymentState: 'unpaid' })
  must(await act(db, confirmCash, staffCtx(shop), { orderId, key: newId() }))
  expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'accepted', saga: 'completed' })
  expect(await tickets(orderId)).toHaveLength(1)
})

test('R8: where the kitchen starts on acceptance it cooks before the money comes, and the saga ends with the money', async () => {
  const shop = await aShop(db, { store: { kitchenStart: 'acceptance' } })
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  expect(await stateOf(db, orderId)).toMatchObject({
    saga: 'executing',
    steps: { payment: 'waiting', kitchen: 'done', delivery: 'skipped' },
  })
  expect(await tickets(orderId)).toHaveLength(1)
  must(await act(db, confirmCash, staffCtx(shop), { orderId, method: 'card_terminal', key: newId() }))
  expect(await stateOf(db, orderId)).toMatchObject({ saga: 'completed', paymentState: 'paid' })
  const payment = await db.selectFrom('payment').selectAll().where('orderId', '=', orderId).executeTakeFirstOrThrow()
  expect(payment).toMatchObject({ method: 'card_terminal', tendered: null, changeGiven: null, status: 'paid' })
})
