import { beforeAll, expect, test } from 'vitest'
import { officeOrderPage, officeOrders } from '../../../src/domain/orders/office-orders'
import { orderTrail } from '../../../src/domain/orders/order-trail'
import { stuckSagas } from '../../../src/domain/orders/saga/stuck'
import { type FreshDb, freshDb } from '../../support/db'
import {
  anOrderRow,
  aStepRow,
  aStoreRow,
  aTicketRow,
  ctxAt,
  minutesAgo,
  roundTrips,
  type StorePlace,
} from '../../support/order-rows'

const day = '2026-11-20'
let { db } = {} as FreshDb
let place: StorePlace

beforeAll(async () => {
  ;({ db } = await freshDb())
  place = await aStoreRow(db)
  const other = await aStoreRow(db, { brandId: place.brandId })
  await anOrderRow(db, other, { sequence: 1, payment: 'paid', fulfilment: 'completed' })
  const at = (minutes: number) => minutesAgo(minutes)
  await anOrderRow(db, place, {
    sequence: 1,
    fulfilment: 'completed',
    payment: 'paid',
    at: at(90),
    lines: [{ name: '牛肉麵', price: 180, quantity: 2 }],
    saga: 'completed',
  })
  await anOrderRow(db, place, {
    sequence: 2,
    fulfilment: 'preparing',
    payment: 'paid',
    at: at(60),
    orderType: 'delivery',
    lines: [{ name: '50% 蔥油餅', price: 60 }],
    set: { contactPhone: '0935 222-208', address: '金山南路 7 號' },
  })
  await anOrderRow(db, place, {
    sequence: 3,
    fulfilment: 'placed',
    payment: 'unpaid',
    at: at(30),
    orderType: 'dine_in',
    set: { tableLabel: 'B3' },
  })
  await anOrderRow(db, place, {
    sequence: 4,
    fulfilment: 'cancelled',
    payment: 'unpaid',
    at: at(20),
    saga: 'compensated',
  })
  await anOrderRow(db, place, { fulfilment: 'draft', payment: 'pending', at: at(5), payWay: 'online' })
})

const numbers = (orders: { items: { number: string | null }[] }) => orders.items.map((order) => order.number)

test("a day's orders come latest first with the day's figures, in one look", async () => {
  const { value, count } = await roundTrips(db, (db) => officeOrders(db, ctxAt(place), { day }))
  expect(count).toBe(1)
  expect(numbers(value)).toEqual([null, '004', '003', '002', '001'])
  expect(value.totals).toEqual({ count: 4, revenue: 420, average: 210, cancelled: 1, needsYou: 1 })
  expect(value.matched).toEqual({ count: 2, kept: 420 })
  expect(value.quarters.reduce((n, quarter) => n + quarter.count, 0)).toBe(4)
})

test('another store of the brand shows none of these', async () => {
  const stranger = await aStoreRow(db, { brandId: place.brandId })
  const { items, totals } = await officeOrders(db, ctxAt(stranger), { day })
  expect([items, totals.count]).toEqual([[], 0])
})

test.each([
  ['number', { search: '3' }, ['003']],
  ['number with its day', { search: '1120-2' }, ['002']],
  ['phone, however it was written', { search: '0935222208' }, ['002']],
  ['dish', { search: '牛肉' }, [null, '004', '003', '001']],
  ['text that SQL would take for a pattern', { search: '50%' }, ['002']],
  ['table', { search: 'b3' }, ['003']],
  ['nothing that exists', { search: "'; drop table orders" }, []],
  ['status word', { status: 'preparing' as const }, ['002']],
  ['unpaid', { status: 'unpaid' as const }, ['003']],
  ['type', { orderType: 'delivery' as const }, ['002']],
  ['payment', { payment: 'paid' as const }, ['002', '001']],
  ['what waits for somebody', { needsYou: true }, ['003']],
  ['another day', { day: '2026-11-19' }, []],
])('orders are found by %s', async (_by, filter, expected) => {
  expect(numbers(await officeOrders(db, ctxAt(place), { day, ...filter }))).toEqual(expected)
})

test('the sum is of all that the filter leaves, not of the page', async () => {
  const { items, matched, nextCursor } = await officeOrders(db, ctxAt(place), { day, payment: 'paid' }, 1)
  expect([items.length, matched]).toEqual([1, { count: 2, kept: 420 }])
  const next = await officeOrders(db, ctxAt(place), { day, payment: 'paid' }, 1, nextCursor)
  expect([numbers(next), next.nextCursor]).toEqual([['001'], null])
})

test('the pages of a file have every order once', async () => {
  const seen: (string | null)[] = []
  let cursor: string | null = null
  do {
    const page = await officeOrderPage(db, ctxAt(place), { day }, 2, cursor)
    seen.push(...numbers(page))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual([null, '004', '003', '002', '001'])
})

test('everything on record about an order comes in one look, and to its own store alone', async () => {
  const store = await aStoreRow(db)
  const order = await anOrderRow(db, store, { sequence: 9, payment: 'paid', fulfilment: 'accepted' })
  await aTicketRow(db, store, order)
  const { value, count } = await roundTrips(db, (db) => orderTrail(db, ctxAt(store), order.id))
  expect(count).toBe(1)
  expect(value).toMatchObject({
    fullNumber: '1120-009',
    payments: [{ method: 'cash', amount: 180, status: 'paid' }],
    tickets: [{ station: '熱廚', status: 'queued' }],
    refunds: [],
    stock: [],
    attempts: [],
  })
  expect(value?.tickets[0]?.queuedAt).toBeInstanceOf(Date)
  expect(await orderTrail(db, ctxAt(place), order.id)).toBeNull()
})

test('R18: sagas that want a look are counted: turning back, ended in trouble, or still without waiting for anybody', async () => {
  const store = await aStoreRow(db)
  const count = () => stuckSagas(db, ctxAt(store))
  const waiting = await anOrderRow(db, store, { sequence: 1, at: minutesAgo(40) })
  await aStepRow(db, store, waiting, { name: 'payment', status: 'waiting' })
  await anOrderRow(db, store, { sequence: 2, saga: 'completed', fulfilment: 'completed', payment: 'paid' })
  await anOrderRow(db, store, { sequence: 3, at: minutesAgo(0) })
  expect(await count()).toBe(0)
  await anOrderRow(db, store, { sequence: 4, saga: 'compensating', fulfilment: 'cancelled' })
  await anOrderRow(db, store, { sequence: 5, at: minutesAgo(5) })
  await anOrderRow(db, store, {
    sequence: 6,
    saga: 'completed',
    sagaError: 'delivery_failed',
    fulfilment: 'completed',
    payment: 'paid',
  })
  expect(await count()).toBe(3)
})
