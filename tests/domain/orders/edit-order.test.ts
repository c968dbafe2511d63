import { describe, expect, test } from 'vitest'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { editOrder } from '../../../src/domain/orders/editing/edit-order'
import { orderView } from '../../../src/domain/orders/order-view'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { handOver } from '../../../src/domain/orders/serving/hand-over'
import { newId } from '../../../src/domain/shared/ids'
import { board } from '../../../src/domain/tickets/queries'
import { booksAgree } from '../../support/books'
import { freshDb } from '../../support/db'
import { type AnOrder, anOrder, type OrderState, stateOf } from '../../support/orders'
import { drain } from '../../support/outbox'
import { act, aShop, must, refused, type Shop, staffCtx } from '../../support/world'

const { db } = await freshDb(16)
const one = (dishId: string, quantity = 1) => ({ dishId, optionIds: [], quantity })
const left = async (dishId: string) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', dishId).executeTakeFirstOrThrow())
    .totalStock

type Meal = AnOrder & { shop: Shop; lineOf(dishId: string): Promise<string> }

/** Two bowls and a salad, in a state, with ten of each to sell. */
async function aMeal(state: OrderState = 'placed', payWay: 'cash' | 'online' = 'cash', store = {}): Promise<Meal> {
  const shop = await aShop(db, { stock: { noodles: 10, salad: 10 }, store })
  const order = await anOrder(db, shop, { state, payWay, lines: [one(shop.noodles, 2), one(shop.salad)] })
  const lineOf = async (dishId: string) =>
    (
      await db
        .selectFrom('orderLine')
        .select('id')
        .where('orderId', '=', order.orderId)
        .where('dishId', '=', dishId)
        .executeTakeFirstOrThrow()
    ).id
  return { ...order, shop, lineOf }
}
type Changes = Omit<Parameters<typeof editOrder>[2], 'orderId' | 'revision'> & { revision?: number }
const edit = ({ shop, orderId }: Meal, changes: Changes) =>
  act(db, editOrder, staffCtx(shop), { orderId, revision: 1, ...changes })
const payments = (orderId: string) =>
  db
    .selectFrom('payment')
    .select(['amount', 'status', 'refundedAmount'])
    .where('orderId', '=', orderId)
    .orderBy('id')
    .execute()

describe('R12: staff change an order after it was placed', () => {
  test('before the money: more, less and gone are repriced at the prices agreed on, and stock follows by the difference', async () => {
    const meal = await aMeal()
    const { shop, orderId } = meal
    await db.updateTable('dish').set({ basePrice: 999 }).where('id', '=', shop.noodles).execute()
    const changes = {
      set: [
        { lineId: await meal.lineOf(shop.noodles), quantity: 3 },
        { lineId: await meal.lineOf(shop.salad), quantity: 0 },
      ],
      add: [one(shop.tea, 2)],
    }
    expect(must(await edit(meal, changes))).toEqual({ orderId, revision: 2, total: 600, missing: 600 })
    expect([await left(shop.noodles), await left(shop.salad)]).toEqual([7, 10])
    expect(await payments(orderId)).toEqual([{ amount: 600, status: 'pending', refundedAmount: 0 }])
    const view = (await orderView(db, staffCtx(shop), orderId))!
    expect(view).toMatchObject({ revision: 2, total: 600 })
    expect(view.lines.map((l) => [l.dishId, l.quantity, l.unitPrice])).toEqual([
      [shop.noodles, 3, 180],
      [shop.tea, 2, 30],
    ])
    await booksAgree(db, shop)
  })

  test('after the money: more is owed at the counter before it is handed over, and taken once', async () => {
    const meal = await aMeal('ready')
    const { shop, orderId } = meal
    expect(must(await edit(meal, { add: [one(shop.tea)] }))).toMatchObject({ total: 450, missing: 30 })
    expect(await payments(orderId)).toEqual([
      { amount: 420, status: 'paid', refundedAmount: 0 },
      { amount: 30, status: 'pending', refundedAmount: 0 },
    ])
    const staff = staffCtx(shop)
    expect(refused(await act(db, handOver, staff, { orderId }))).toEqual({ reason: 'unpaid', missing: 30 })
    const taken = { orderId, tendered: 100, key: newId() }
    expect(must(await act(db, confirmCash, staff, taken))).toMatchObject({ amount: 30, change: 70 })
    expect(must(await act(db, confirmCash, staff, taken))).toMatchObject({ replayed: true })
    must(await act(db, handOver, staff, { orderId }))
    await booksAgree(db, shop)
  })

  test('after the money: less goes back the way it came, once per revision', async () => {
    const meal = await aMeal('paid', 'online')
    const { shop, orderId, deps } = meal
    const lineId = await meal.lineOf(shop.noodles)
    must(await edit(meal, { set: [{ lineId, quantity: 1 }] }))
    expect(refused(await edit(meal, { set: [{ lineId, quantity: 1 }] }))).toEqual({
      reason: 'changed_since',
      revision: 2,
    })
    await drain(deps, { brandId: shop.brandId })
    expect(deps.gateway.kept).toBe(240)
    expect(await left(shop.noodles)).toBe(9)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'paid', total: 240, saga: 'completed' })
    must(await act(db, cancelOrder, staffCtx(shop), { orderId, cause: '客人要求' }))
    await drain(deps, { brandId: shop.brandId })
    expect(deps.gateway.kept).toBe(0)
    expect(await left(shop.noodles)).toBe(10)
    expect(await stateOf(db, orderId)).toMatchObject({ paymentState: 'refunded', saga: 'compensated' })
    await booksAgree(db, shop)
  })

  test('a discount and another table are a revision too; service is charged by the terms of the day it was placed', async () => {
    const shop = await aShop(db, { store: { serviceChargeBp: 1000 } })
    const dineIn = { orderType: 'dine_in', tableLabel: 'A5' } as const
    const order = await anOrder(db, shop, { lines: [one(shop.noodles, 2)], input: dineIn })
    await db.updateTable('store').set({ serviceChargeBp: 0 }).where('id', '=', shop.storeId).execute()
    const changed = await act(db, editOrder, staffCtx(shop), {
      orderId: order.orderId,
      revision: 1,
      discount: 60,
      tableLabel: 'B2',
    })
    expect(must(changed).total).toBe(330)
    expect(await stateOf(db, order.orderId)).toMatchObject({
      subtotal: 360,
      discountTotal: 60,
      serviceCharge: 30,
      tableLabel: 'B2',
    })
    await booksAgree(db, shop)
  })

  test('all of it off is as good as paid, and the kitchen begins', async () => {
    const meal = await aMeal()
    must(await edit(meal, { discount: 420 }))
    expect(await stateOf(db, meal.orderId)).toMatchObject({ total: 0, paymentState: 'paid', saga: 'completed' })
    await booksAgree(db, meal.shop)
  })
})

describe('R12, R34, complaint 37: the kitchen is told only the difference', () => {
  const ticketsOf = async ({ shop }: Meal) => (await board(db, staffCtx(shop))).tickets
  const hot = async (meal: Meal) => (await ticketsOf(meal)).find((t) => t.stationId === meal.shop.stationId)!

  test('changed from how many, new, and void, on the ticket it has; its revision counts', async () => {
    const meal = await aMeal('preparing')
    const { shop } = meal
    const lineId = await meal.lineOf(shop.noodles)
    must(await edit(meal, { set: [{ lineId, quantity: 3 }], add: [one(shop.noodles)] }))
    const ticket = await hot(meal)
    expect(ticket).toMatchObject({ revision: 2, status: 'preparing', seenAt: null })
    expect(ticket.lines.map((l) => [l.change, l.previousQuantity, l.quantity])).toEqual([
      ['changed', 2, 3],
      ['new', null, 1],
    ])
    must(await edit(meal, { revision: 2, set: [{ lineId, quantity: 0 }] }))
    expect((await hot(meal)).lines[0]).toMatchObject({ change: 'void', quantity: 3 })
    await booksAgree(db, shop)
  })

  test('a ready ticket with something new to make comes back, its order with it; one with nothing left is void', async () => {
    const meal = await aMeal('ready')
    const { shop, orderId } = meal
    must(await edit(meal, { add: [one(shop.noodles)], set: [{ lineId: await meal.lineOf(shop.salad), quantity: 0 }] }))
    expect((await hot(meal)).status).toBe('preparing')
    const rows = await db.selectFrom('ticket').select(['stationId', 'status']).where('orderId', '=', orderId).execute()
    expect(rows).toContainEqual({ stationId: shop.coldId, status: 'cancelled' })
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'preparing' })
  })

  test('a station that had nothing of it gets a ticket; the last station’s void line makes the order ready', async () => {
    const shop = await aShop(db)
    const order = await anOrder(db, shop, { state: 'preparing', lines: [one(shop.noodles), one(shop.tea)] })
    const meal: Meal = { ...order, shop, lineOf: async () => '' }
    must(await edit(meal, { add: [one(shop.salad)] }))
    expect(await ticketsOf(meal)).toHaveLength(2)
    const lines = await db.selectFrom('orderLine').selectAll().where('orderId', '=', order.orderId).execute()
    const cooked = lines.filter((l) => l.dishId !== shop.tea).map((l) => ({ lineId: l.id, quantity: 0 }))
    must(await edit(meal, { revision: 2, set: cooked }))
    expect(await stateOf(db, order.orderId)).toMatchObject({ fulfilment: 'ready' })
  })
})

describe('R12: refusals change nothing', () => {
  test('more than there is, nothing at all, the wrong thing, too late, not theirs', async () => {
    const meal = await aMeal()
    const { shop, orderId } = meal
    const lineId = await meal.lineOf(shop.noodles)
    const before = await stateOf(db, orderId)
    expect(refused(await edit(meal, { set: [{ lineId, quantity: 11 }] }))).toMatchObject({
      reason: 'sold_out',
      keys: [{ wanted: 9, available: 8 }],
    })
    expect(refused(await edit(meal, {}))).toEqual({ reason: 'nothing_changed' })
    expect(refused(await edit(meal, { set: [{ lineId: newId(), quantity: 1 }] }))).toEqual({ reason: 'not_found' })
    expect(refused(await edit(meal, { set: [{ lineId, quantity: -1 }] }))).toEqual({ reason: 'bad_quantity' })
    expect(refused(await edit(meal, { add: [one(newId())] }))).toMatchObject({ reason: 'bad_lines' })
    expect(refused(await edit(meal, { discount: 421 }))).toEqual({ reason: 'discount_too_big', max: 420 })
    const all = [
      { lineId, quantity: 0 },
      { lineId: await meal.lineOf(shop.salad), quantity: 0 },
    ]
    expect(refused(await edit(meal, { set: all }))).toEqual({ reason: 'empty' })
    const guest = await act(db, editOrder, meal.by, { orderId, revision: 1, discount: 1 })
    expect(refused(guest)).toEqual({ reason: 'not_found' })
    expect(await stateOf(db, orderId)).toEqual(before)
    expect(await left(shop.noodles)).toBe(8)

    const draft = await aMeal('draft', 'online')
    expect(refused(await edit(draft, { discount: 1 }))).toEqual({ reason: 'not_editable', fulfilment: 'draft' })
    const done = await aMeal('completed')
    expect(refused(await edit(done, { discount: 1 }))).toEqual({ reason: 'not_editable', fulfilment: 'completed' })
  })

  test('two people change it at once: one does, the other is told it has changed', async () => {
    const meal = await aMeal('paid')
    const results = await Promise.all([edit(meal, { discount: 10 }), edit(meal, { discount: 20 })])
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect(results.find((r) => !r.ok)).toMatchObject({ refusal: { reason: 'changed_since', revision: 2 } })
    await booksAgree(db, meal.shop)
  })
})
