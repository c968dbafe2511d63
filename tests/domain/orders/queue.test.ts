import { expect, test } from 'vitest'
import { counterBar, queue } from '../../../src/domain/orders/queue'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { anOrderRow, aStoreRow, aTicketRow, ctxAt, evening, minutesAgo, roundTrips } from '../../support/order-rows'

const noted = { acknowledgedAt: evening }

test('every open order hangs in its lane, oldest first, and one round trip brings them', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const put = async (row: Parameters<typeof anOrderRow>[2]) => (await anOrderRow(tx, store, row)).id
    const paying = await put({ fulfilment: 'draft', payment: 'pending', payWay: 'online' })
    const later = await put({ fulfilment: 'placed', at: minutesAgo(1) })
    const earlier = await put({ fulfilment: 'accepted', payment: 'paid', at: minutesAgo(2) })
    const owing = await put({ fulfilment: 'accepted', set: noted })
    const eating = await put({ fulfilment: 'preparing', set: noted })
    const cooking = await put({ fulfilment: 'preparing', payment: 'paid', set: noted })
    const toStart = await put({ fulfilment: 'accepted', payment: 'paid', set: noted })
    const ready = await put({ fulfilment: 'ready', payment: 'unpaid', set: { ...noted, readyAt: evening } })
    const away = await put({ fulfilment: 'out_for_delivery', payment: 'paid', orderType: 'delivery', set: noted })
    for (const fulfilment of ['completed', 'cancelled', 'expired', 'rejected'] as const) await put({ fulfilment })
    await anOrderRow(tx, nextDoor)

    const { value, count } = await roundTrips(tx, (db) => queue(db, ctxAt(store)))

    expect(count).toBe(1)
    const ids = (lane: { id: string }[]) => lane.map(({ id }) => id)
    expect(ids(value.drafts)).toEqual([paying])
    expect(ids(value.arriving)).toEqual([earlier, later])
    expect(ids(value.unpaid)).toEqual([owing, eating])
    expect(ids(value.cooking)).toEqual([cooking, toStart])
    expect(ids(value.ready)).toEqual([ready])
    expect(ids(value.onTheRoad)).toEqual([away])
    expect(value.lastHandedOver).toBeNull()
  }))

test('a slip tells whose it is, what is on it and how much of it is plated', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const lines = [
      { name: '牛肉麵', quantity: 2, note: '少油' },
      { name: '滷蛋', quantity: 3 },
      { name: '退掉的湯', isVoid: true },
    ]
    const order = await anOrderRow(tx, store, {
      fulfilment: 'preparing',
      payment: 'paid',
      orderType: 'delivery',
      sequence: 106,
      lines,
      at: minutesAgo(5),
      set: noted,
    })
    await aTicketRow(tx, store, order, { status: 'preparing', lines: [0, 1], doneLines: [1] })
    await tx
      .insertInto('delivery')
      .values({
        ...{ brandId: store.brandId, id: newId(), storeId: store.storeId, orderId: order.id, address: '金山南路' },
        ...{ status: 'assigned', driverId: '小林', createdAt: evening },
      })
      .execute()

    const [slip] = (await queue(tx, ctxAt(store))).cooking

    expect(slip).toMatchObject({
      ...{
        number: '106',
        status: 'preparing',
        payWay: 'cash',
        paymentId: order.paymentId,
        total: 500,
        currency: 'TWD',
      },
      ...{
        itemCount: 5,
        doneCount: 3,
        contactName: '陳先生',
        createdAt: minutesAgo(5),
        isNew: false,
        isTurningBack: false,
      },
      delivery: { status: 'assigned', driverId: '小林' },
    })
    expect(slip?.lines).toEqual([
      { name: { 'zh-Hant': '牛肉麵' }, quantity: 2, note: '少油' },
      { name: { 'zh-Hant': '滷蛋' }, quantity: 3, note: '' },
    ])
  }))

test('an order whose saga turns back says so on its slip', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    await anOrderRow(tx, store, { fulfilment: 'ready', set: noted, saga: 'completed', sagaError: 'refund_failed' })

    expect((await queue(tx, ctxAt(store))).ready).toMatchObject([{ isTurningBack: true }])
  }))

test('a quiet counter sees what went last today, and not what went yesterday', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx, { store: { pausedUntil: minutesAgo(-30), pauseReason: '廚房忙' } })
    const gone = { fulfilment: 'completed', payment: 'paid' } as const
    await anOrderRow(tx, store, { ...gone, sequence: 62, at: minutesAgo(20) })
    await anOrderRow(tx, store, { ...gone, sequence: 61, at: minutesAgo(15) })
    const { brandId, storeId } = store
    await tx
      .insertInto('orderCounter')
      .values({ brandId, storeId, businessDay: '2026-11-20', lastSequence: 62 })
      .execute()

    const today = await queue(tx, ctxAt(store))
    const tomorrow = await queue(tx, ctxAt(store, undefined, minutesAgo(-15 * 60)))

    expect(today.lastHandedOver).toEqual({ number: '061', at: minutesAgo(15) })
    expect(today).toMatchObject({ pausedUntil: minutesAgo(-30), pauseReason: '廚房忙' })
    expect(tomorrow.lastHandedOver).toBeNull()
  }))

test('the kitchen’s pace is that of the last hour, from start to ready', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const ready = async (startedAt: Date, readyAt: Date) => {
      const order = await anOrderRow(tx, store, { fulfilment: 'ready', payment: 'paid' })
      await aTicketRow(tx, store, order, { status: 'ready', at: minutesAgo(300), set: { startedAt, readyAt } })
    }
    expect((await queue(tx, ctxAt(store))).averageMinutes).toBeNull()

    await ready(minutesAgo(30), minutesAgo(20))
    await ready(minutesAgo(13), minutesAgo(1))
    await ready(minutesAgo(200), minutesAgo(100))

    expect((await queue(tx, ctxAt(store))).averageMinutes).toBe(11)
  }))

test('R35: new orders ring in the bar until somebody takes note', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx, { store: { pausedUntil: evening, pauseReason: null } })
    const second = await anOrderRow(tx, store, { at: minutesAgo(1) })
    const first = await anOrderRow(tx, store, { fulfilment: 'accepted', at: minutesAgo(2) })
    await anOrderRow(tx, store, { set: noted })
    await anOrderRow(tx, store, { fulfilment: 'draft' })
    await anOrderRow(tx, store, { fulfilment: 'cancelled' })

    const { value, count } = await roundTrips(tx, (db) => counterBar(db, ctxAt(store)))

    expect(value).toEqual({ ringing: [first.id, second.id], pausedUntil: evening, pauseReason: null })
    expect(count).toBe(1)
  }))
