import { expect, test } from 'vitest'
import type { Db } from '../../../src/db/connect'
import { newId } from '../../../src/domain/shared/ids'
import { board, kitchenOrder } from '../../../src/domain/tickets/queries'
import { rolledBack } from '../../support/db'
import {
  anOrderRow,
  aStoreRow,
  aTicketRow,
  ctxAt,
  evening,
  minutesAgo,
  roundTrips,
  type StorePlace,
} from '../../support/order-rows'

const cooking = { fulfilment: 'preparing', payment: 'paid' } as const

/** An order and its one ticket. */
async function aTicket(tx: Db, store: StorePlace, row: Parameters<typeof aTicketRow>[3], order = {}) {
  const placed = await anOrderRow(tx, store, { ...cooking, ...order })
  return aTicketRow(tx, store, placed, row)
}

test('the board hangs what is to be cooked, oldest first, with what was cancelled until it is dismissed; one round trip', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const younger = await aTicket(tx, store, { at: minutesAgo(2), set: { seenAt: evening } })
    const older = await aTicket(tx, store, { at: minutesAgo(9), status: 'preparing' })
    const gone = { fulfilment: 'cancelled' } as const
    const cancelled = await aTicket(tx, store, { at: minutesAgo(5), status: 'cancelled' }, gone)
    await aTicket(tx, store, { status: 'cancelled', set: { dismissedAt: evening } }, gone)
    await aTicket(tx, store, { status: 'ready' })
    await aTicket(tx, nextDoor, {})
    const next = minutesAgo(-40)
    await aTicket(tx, store, { status: 'waiting', set: { releaseAt: minutesAgo(-90) } })
    await aTicket(tx, store, { status: 'waiting', set: { releaseAt: next } })

    const { value, count } = await roundTrips(tx, (db) => board(db, ctxAt(store)))

    expect(count).toBe(1)
    expect(value.tickets.map(({ id }) => id)).toEqual([older, cancelled, younger])
    expect(value.tickets[2]?.seenAt).toEqual(evening)
    expect(value.waiting).toEqual({ count: 2, nextAt: next })
    expect(value.stations.map(({ name }) => name)).toEqual([{ 'zh-Hant': '熱廚' }, { 'zh-Hant': '冷台' }])
  }))

test('a ticket says for whom, until when, and what of the order this station makes', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const order = await anOrderRow(tx, store, {
      ...cooking,
      sequence: 83,
      orderType: 'delivery',
      lines: [{ name: '牛肉麵', quantity: 2, note: '不要香菜' }, { name: '小黃瓜' }],
      set: { note: '對花生過敏', tableLabel: 'A1' },
    })
    const options = [{ id: newId(), name: { 'zh-Hant': '細麵' }, price: 10 }]
    await tx
      .updateTable('orderLine')
      .set({ options: JSON.stringify(options) })
      .where('id', '=', order.lineIds[0]!)
      .execute()
    await aTicketRow(tx, store, order, { at: minutesAgo(4), lines: [0], doneLines: [0] })
    await tx
      .insertInto('delivery')
      .values({
        ...{ brandId: store.brandId, id: newId(), storeId: store.storeId, orderId: order.id, address: '金山南路' },
        ...{ status: 'assigned', driverId: '小林', createdAt: evening },
      })
      .execute()

    const [ticket] = (await board(tx, ctxAt(store))).tickets

    expect(ticket).toMatchObject({
      orderId: order.id,
      number: '083',
      station: '熱廚',
      tableLabel: 'A1',
      contactName: '陳先生',
      orderNote: '對花生過敏',
      driverId: '小林',
      queuedAt: minutesAgo(4),
      dueAt: minutesAgo(-11),
      seenAt: null,
      lines: [
        {
          id: order.lineIds[0],
          name: { 'zh-Hant': '牛肉麵' },
          options: [{ id: options[0]?.id, name: { 'zh-Hant': '細麵' } }],
          note: '不要香菜',
          quantity: 2,
          isDone: true,
        },
      ],
    })
  }))

test('a station sees its own tickets, totals and pace, and which stations there are', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const order = await anOrderRow(tx, store, { ...cooking, lines: [{ name: '牛肉麵' }, { name: '小黃瓜' }] })
    await aTicketRow(tx, store, order, { lines: [0] })
    const cold = await aTicketRow(tx, store, order, { lines: [1], stationId: store.coldId })

    const value = await board(tx, ctxAt(store), { stationId: store.coldId })

    expect(value.tickets.map(({ id }) => id)).toEqual([cold])
    expect(value.allDay.map(({ name }) => name['zh-Hant'])).toEqual(['小黃瓜'])
    expect(value.stations).toHaveLength(2)
  }))

test('what is still to be made is summed by dish, most first: not what is plated, cancelled or for later', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const [noodles, soup] = [newId(), newId()]
    const lines = [
      { name: '酸辣湯', dishId: soup, quantity: 1 },
      { name: '牛肉麵', dishId: noodles, quantity: 2 },
      { name: '牛肉麵', dishId: noodles, quantity: 3 },
    ]
    await aTicket(tx, store, { doneLines: [2] }, { lines })
    await aTicket(tx, store, { status: 'preparing', lines: [1] }, { lines })
    for (const status of ['waiting', 'cancelled', 'ready'] as const) await aTicket(tx, store, { status }, { lines })

    expect((await board(tx, ctxAt(store))).allDay).toEqual([
      { dishId: noodles, name: { 'zh-Hant': '牛肉麵' }, quantity: 4 },
      { dishId: soup, name: { 'zh-Hant': '酸辣湯' }, quantity: 1 },
    ])
  }))

test('recall offers what was bumped lately and is still in the house, newest first', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const bumped = (minutes: number, order = {}) =>
      aTicket(tx, store, { status: 'ready', at: minutesAgo(minutes) }, order)
    const first = await bumped(30, { fulfilment: 'ready' })
    const second = await bumped(3)
    await bumped(1, { fulfilment: 'completed' })
    await bumped(1, { fulfilment: 'out_for_delivery' })
    await bumped(200, { fulfilment: 'ready' })

    expect((await board(tx, ctxAt(store))).recent.map(({ id }) => id)).toEqual([second, first])
  }))

test('the head of the board counts what is late and how long a ticket takes', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    await aTicket(tx, store, { at: minutesAgo(20) })
    await aTicket(tx, store, { at: minutesAgo(3) })
    await aTicket(tx, store, { at: minutesAgo(40), status: 'cancelled' }, { fulfilment: 'cancelled' })
    expect(await board(tx, ctxAt(store))).toMatchObject({ lateCount: 1, averageMinutes: null })

    await aTicket(tx, store, { status: 'ready', at: minutesAgo(30), set: { readyAt: minutesAgo(18) } })

    expect((await board(tx, ctxAt(store))).averageMinutes).toBe(12)
  }))

test('an order is one kitchen order, and its slowest station speaks for it', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const order = await anOrderRow(tx, store, {
      ...cooking,
      lines: [{ name: '牛肉麵', quantity: 2 }, { name: '小黃瓜' }],
    })
    expect(await kitchenOrder(tx, ctxAt(store), order.id)).toBeNull()

    const hot = await aTicketRow(tx, store, order, { lines: [0], estimatedMinutes: 14, at: minutesAgo(2) })
    const cold = { lines: [1], stationId: store.coldId, doneLines: [1], estimatedMinutes: 5 }
    await aTicketRow(tx, store, order, { ...cold, status: 'ready' })

    expect(await kitchenOrder(tx, ctxAt(store), order.id)).toMatchObject({
      kitchenOrderId: hot,
      orderId: order.id,
      status: 'queued',
      estimatedMinutes: 14,
      createdAt: minutesAgo(2),
      items: [
        { orderLineId: order.lineIds[0], name: { 'zh-Hant': '牛肉麵' }, quantity: 2, isDone: false },
        { orderLineId: order.lineIds[1], quantity: 1, isDone: true },
      ],
    })
    expect(await kitchenOrder(tx, ctxAt(nextDoor), order.id)).toBeNull()
  }))
