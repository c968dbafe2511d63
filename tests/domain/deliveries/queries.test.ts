import { expect, test } from 'vitest'
import type { Db } from '../../../src/db/connect'
import { deliveriesList, deliveryOfOrder } from '../../../src/domain/deliveries/queries'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import {
  anOrderRow,
  aStoreRow,
  ctxAt,
  evening,
  minutesAgo,
  roundTrips,
  type StorePlace,
} from '../../support/order-rows'

async function aDelivery(tx: Db, store: StorePlace, row: Record<string, unknown> = {}) {
  const { brandId, storeId } = store
  const order = await anOrderRow(tx, store, {
    orderType: 'delivery',
    fulfilment: 'ready',
    payment: 'paid',
    lines: [
      { name: '牛肉麵', quantity: 2 },
      { name: '退掉的湯', isVoid: true },
    ],
    set: { note: '門口放' },
  })
  const id = newId()
  const values = {
    brandId,
    id,
    storeId,
    orderId: order.id,
    address: '金山南路',
    status: 'pending' as const,
    createdAt: evening,
  }
  await tx
    .insertInto('delivery')
    .values({ ...values, ...row })
    .execute()
  return { id, orderId: order.id }
}

test('riders see what is to be brought, oldest first, and what ended in the last twelve hours, newest first', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const later = await aDelivery(tx, store, { createdAt: minutesAgo(5) })
    const earlier = await aDelivery(tx, store, { createdAt: minutesAgo(20), status: 'picked_up', driverId: '小林' })
    const delivered = await aDelivery(tx, store, { status: 'delivered', deliveredAt: minutesAgo(60) })
    const cancelled = await aDelivery(tx, store, { status: 'cancelled', cancelledAt: minutesAgo(30) })
    await aDelivery(tx, store, { status: 'delivered', deliveredAt: minutesAgo(13 * 60) })
    await aDelivery(tx, nextDoor)

    const { value, count } = await roundTrips(tx, (db) => deliveriesList(db, ctxAt(store)))

    expect(count).toBe(1)
    expect(value.open.map(({ id }) => id)).toEqual([earlier.id, later.id])
    expect(value.ended.map(({ id }) => id)).toEqual([cancelled.id, delivered.id])
    expect(value.open[0]).toMatchObject({
      orderId: earlier.orderId,
      status: 'picked_up',
      driverId: '小林',
      address: '金山南路',
      contactName: '陳先生',
      note: '門口放',
      total: 200,
      createdAt: minutesAgo(20),
      lines: [{ name: { 'zh-Hant': '牛肉麵' }, quantity: 2 }],
    })
  }))

test('the delivery of an order is told to its own store only', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const { id, orderId } = await aDelivery(tx, store)
    await tx.updateTable('orders').set({ sequence: 87, orderDateCode: '1120' }).where('id', '=', orderId).execute()

    expect(await deliveryOfOrder(tx, ctxAt(store), orderId)).toMatchObject({
      id,
      number: '087',
      promisedAt: minutesAgo(-20),
    })
    expect(await deliveryOfOrder(tx, ctxAt(nextDoor), orderId)).toBeNull()
    expect(await deliveryOfOrder(tx, ctxAt(store), newId())).toBeNull()
  }))
