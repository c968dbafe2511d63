import { describe, expect, test } from 'vitest'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { newId } from '../../../src/domain/shared/ids'
import { freshDb } from '../../support/db'
import { placeInput, stateOf } from '../../support/orders'
import { aBrand, act, aDish, aMenu, aShop, aStore, guestCtx, later, must, noon } from '../../support/world'

import { one, reprice } from './place/a-checkout'

const { db } = await freshDb(16)

test('a guest orders noodles with cash: placed at once, with the first number of the day', async () => {
  const shop = await aShop(db)
  const placed = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  expect(placed).toMatchObject({ total: 180, number: '001', replayed: false })
  expect(await stateOf(db, placed.orderId)).toMatchObject({
    fulfilment: 'accepted',
    paymentState: 'unpaid',
    isFinalized: true,
    orderDateCode: '1120',
    saga: 'executing',
    executed: ['order', 'inventory'],
    steps: { order: 'done', inventory: 'done', payment: 'waiting' },
  })
})

test('R20: online is a draft without a number, its stock held until a told time', async () => {
  const shop = await aShop(db, { stock: { noodles: 3 }, store: { holdMinutes: 10 } })
  const placed = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { paymentMethod: 'online' })))
  expect(placed.number).toBeNull()
  const order = await stateOf(db, placed.orderId)
  expect(order).toMatchObject({
    fulfilment: 'draft',
    paymentState: 'pending',
    isFinalized: false,
    heldUntil: later(10),
  })
  const hold = await db.selectFrom('stockHold').selectAll().where('orderId', '=', order.id).executeTakeFirstOrThrow()
  expect(hold).toMatchObject({ quantity: 1, state: 'held' })
})

describe('R5, complaint 48: numbers', () => {
  test('count up by store and business day, whoever comes at once', async () => {
    const shop = await aShop(db)
    const placed = await Promise.all(
      Array.from({ length: 40 }, () => act(db, placeOrder, guestCtx(shop), placeInput(shop))),
    )
    const numbers = placed.map((p) => must(p).number).toSorted()
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => String(i + 1).padStart(3, '0')))
  })

  test('begin again after the cutoff, not at midnight', async () => {
    const shop = await aShop(db)
    const number = async (time: string) => {
      const ctx = guestCtx(shop, newId(), new Date(time))
      return must(await act(db, placeOrder, ctx, placeInput(shop))).number
    }
    // 23:50, 00:10 and 03:59 of one evening in Taipei, then 04:01.
    expect(await number('2026-11-20T15:50:00Z')).toBe('001')
    expect(await number('2026-11-20T16:10:00Z')).toBe('002')
    expect(await number('2026-11-20T19:59:00Z')).toBe('003')
    expect(await number('2026-11-20T20:01:00Z')).toBe('001')
  })

  test('a refused order uses none', async () => {
    const shop = await aShop(db, { stock: { noodles: 1 } })
    const placed = []
    for (const quantity of [1, 1])
      placed.push(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines: [one(shop.noodles, quantity)] })))
    expect(placed.map((p) => p.ok)).toEqual([true, false])
    expect(must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines: [one(shop.tea)] }))).number).toBe(
      '002',
    )
  })
})

test('R10, complaint 24: lines are snapshots: later changes of the menu change no order', async () => {
  const shop = await aShop(db)
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  await db.updateTable('dish').set({ name: '改名麵' }).where('id', '=', shop.noodles).execute()
  await reprice(db, shop, shop.noodles, 999)
  const lines = await db.selectFrom('orderLine').selectAll().where('orderId', '=', orderId).execute()
  expect(lines).toMatchObject([
    { name: { 'zh-Hant': '牛肉麵' }, unitPrice: 180, lineTotal: 180, stationId: shop.stationId },
  ])
})

test('R1: lines, charges and total agree, service charge rounded once', async () => {
  const shop = await aShop(db, { store: { serviceChargeBp: 1000 } })
  const lines = [one(shop.noodles, 3), one(shop.tea, 5)]
  const { orderId, total } = must(
    await act(db, placeOrder, guestCtx(shop), placeInput(shop, { orderType: 'dine_in', lines })),
  )
  expect(await stateOf(db, orderId)).toMatchObject({ subtotal: 690, serviceCharge: 69, deliveryFee: 0, total: 759 })
  expect(total).toBe(759)
})

test('an order that costs nothing is paid from the start, however it was to be paid', async () => {
  const shop = await aShop(db)
  await reprice(db, shop, shop.noodles, 0)
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { paymentMethod: 'online' })))
  expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'accepted', paymentState: 'paid', saga: 'completed' })
})

test('defect 24: an order belongs to the store it was placed at, and numbers of two stores do not meet', async () => {
  const brand = await aBrand(db)
  const shops = await Promise.all([aStore(db, brand), aStore(db, brand)])
  const dish = await aDish(db, brand)
  for (const store of shops) await aMenu(db, store, [{ stationId: store.stationId, dishes: [dish] }])
  const numbers = []
  for (const store of shops) {
    const shop = { ...store, noodles: dish, salad: dish, tea: dish }
    const placed = must(await act(db, placeOrder, guestCtx(shop, newId(), noon), placeInput(shop)))
    numbers.push(placed.number)
    expect((await stateOf(db, placed.orderId)).storeId).toBe(store.storeId)
  }
  expect(numbers).toEqual(['001', '001'])
})
