import { expect, test } from 'vitest'
import { orderView } from '../../../src/domain/orders/order-view'
import { myOrders, orderHistory, orderPlace, ownOrders, storeOrders } from '../../../src/domain/orders/queries'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import {
  anAccountRow,
  anOrderRow,
  aStoreRow,
  aTicketRow,
  ctxAt,
  evening,
  guest,
  minutesAgo,
  person,
  roundTrips,
  staffOf,
} from '../../support/order-rows'

test('a guest sees the order placed in this browser, whole, in one round trip', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const order = await anOrderRow(tx, store, {
      visitor: 'mine',
      sequence: 87,
      fulfilment: 'preparing',
      payment: 'paid',
      lines: [
        { name: '牛肉麵', quantity: 2, price: 180 },
        { name: '滷蛋', price: 15 },
        { name: '紅茶', price: 30 },
        { name: '退掉的湯', isVoid: true },
      ],
    })
    const at = minutesAgo(5)
    await aTicketRow(tx, store, order, { at, status: 'preparing', lines: [0], estimatedMinutes: 12 })
    await aTicketRow(tx, store, order, { at, status: 'ready', lines: [1], doneLines: [1], stationId: store.coldId })

    const { value: view, count } = await roundTrips(tx, (db) =>
      orderView(db, { actor: guest('mine'), now: evening }, order.id),
    )

    expect(count).toBe(1)
    expect(view).toMatchObject({
      number: '087',
      fullNumber: '1120-087',
      status: 'preparing',
      isMine: true,
      mayCancel: false,
    })
    expect(view).toMatchObject({
      itemCount: 4,
      doneCount: 1,
      saga: { status: 'executing' },
      delivery: null,
      refunds: [],
    })
    expect(view?.lines.map(({ name, quantity, isDone }) => [name['zh-Hant'], quantity, isDone])).toEqual([
      ['牛肉麵', 2, false],
      ['滷蛋', 1, true],
      ['紅茶', 1, false],
    ])
    expect(view?.payments).toMatchObject([
      { id: order.paymentId, status: 'paid', amount: order.total, paidAt: evening },
    ])
    expect(view?.tickets.map(({ station, status, queuedAt }) => [station, status, queuedAt])).toEqual([
      ['熱廚', 'preparing', at],
      ['冷台', 'ready', at],
    ])
    expect(view?.estimatedAt).toEqual(minutesAgo(-7))
    expect(view?.createdAt).toEqual(evening)
  }))

test('a stranger gets nothing of an order: not a guest elsewhere, not somebody signed in, not staff of another store', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const byGuest = await anOrderRow(tx, store, { visitor: 'theirs' })
    const byAccount = await anOrderRow(tx, store, { accountId: await anAccountRow(tx), visitor: 'shared' })
    const staff = await anOrderRow(tx, store)
    const strangers = [guest('mine'), guest(''), person(newId()), guest('shared'), staffOf(nextDoor)]

    for (const actor of strangers)
      for (const { id } of [byGuest, byAccount, staff])
        expect(await orderView(tx, { actor, now: evening }, id)).toBeNull()
    expect(await orderView(tx, { actor: staffOf(store), now: evening }, newId())).toBeNull()
  }))

test('staff of the store see the order and may cancel it while it cooks; whoever placed it may until then (R13)', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const accountId = await anAccountRow(tx)
    const see = async (fulfilment: 'draft' | 'accepted' | 'preparing' | 'completed') => {
      const order = await anOrderRow(tx, store, { accountId, fulfilment })
      const views = [person(accountId), staffOf(store)].map((actor) => orderView(tx, { actor, now: evening }, order.id))
      return (await Promise.all(views)).map((view) => [view?.isMine, view?.mayCancel])
    }

    const own = true
    expect(await see('draft')).toEqual([
      [own, true],
      [!own, true],
    ])
    expect(await see('accepted')).toEqual([
      [own, true],
      [!own, true],
    ])
    expect(await see('preparing')).toEqual([
      [own, false],
      [!own, true],
    ])
    expect(await see('completed')).toEqual([
      [own, false],
      [!own, false],
    ])
  }))

test('a line that no station cooks is served when the rest is ready', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const ready = await anOrderRow(tx, store, { fulfilment: 'ready', lines: [{ name: '瓶裝茶', quantity: 2 }] })

    const view = await orderView(tx, ctxAt(store), ready.id)

    expect(view).toMatchObject({ itemCount: 2, doneCount: 2, estimatedAt: null })
  }))

test('the page to pay on is told while the bill is open, and no longer', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const urlOf = async (payment: 'pending' | 'paid', status: 'started' | 'declined' | 'approved') => {
      const order = await anOrderRow(tx, store, { fulfilment: 'draft', payment, payWay: 'online', visitor: 'mine' })
      const attempt = { brandId: store.brandId, id: newId(), paymentId: order.paymentId, gateway: 'demo', status }
      await tx
        .insertInto('paymentAttempt')
        .values({ ...attempt, paymentUrl: '/pay', createdAt: evening })
        .execute()
      return (await orderView(tx, { actor: guest('mine'), now: evening }, order.id))?.payments[0]?.paymentUrl
    }

    expect([
      await urlOf('pending', 'started'),
      await urlOf('pending', 'declined'),
      await urlOf('paid', 'approved'),
    ]).toEqual(['/pay', null, null])
  }))

test('an order is found by its own id or by that of its bill', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const order = await anOrderRow(tx, store)
    const place = { orderId: order.id, brandId: store.brandId, storeId: store.storeId }

    expect(await orderPlace(tx, order.id)).toEqual(place)
    expect(await orderPlace(tx, order.paymentId)).toEqual(place)
    expect(await orderPlace(tx, newId())).toBeNull()
  }))

test('my orders of all brands come newest first, page by page, and never another guest’s', () =>
  rolledBack(async (tx) => {
    const [noodles, tea] = [await aStoreRow(tx), await aStoreRow(tx)]
    const accountId = await anAccountRow(tx)
    const first = await anOrderRow(tx, noodles, { accountId, sequence: 7, lines: [{ name: '牛肉麵', quantity: 2 }] })
    const second = await anOrderRow(tx, tea, { visitor: 'mine', fulfilment: 'completed', payment: 'paid' })
    const third = await anOrderRow(tx, noodles, { accountId, fulfilment: 'preparing' })
    await anOrderRow(tx, tea, { visitor: 'theirs' })
    const me = person(accountId, 'mine')

    const page = await roundTrips(tx, (db) => myOrders(db, me, { limit: 2 }))
    const rest = await myOrders(tx, me, { limit: 2, cursor: page.value.nextCursor })

    expect(page.count).toBe(1)
    expect(page.value.items.map(({ id, status }) => [id, status])).toEqual([
      [third.id, 'preparing'],
      [second.id, 'completed'],
    ])
    expect(rest).toMatchObject({ items: [{ id: first.id, number: '007', itemCount: 2, total: 200 }], nextCursor: null })
    expect((await myOrders(tx, me, { status: 'completed' })).items.map(({ id }) => id)).toEqual([second.id])
    expect((await myOrders(tx, guest('mine'))).items.map(({ id }) => id)).toEqual([second.id])
    expect((await myOrders(tx, guest(''))).items).toEqual([])

    const whole = await roundTrips(tx, (db) => ownOrders(db, { actor: me, now: evening }, { limit: 2 }))
    expect(whole.count).toBe(1)
    expect(whole.value.items.map(({ id, isMine }) => [id, isMine])).toEqual([
      [third.id, true],
      [second.id, true],
    ])
    expect(whole.value.nextCursor).toBe(second.id)
  }))

test('a store’s list holds its own orders only, by status, and is empty for who does not work there', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const cooking = await anOrderRow(tx, store, { fulfilment: 'preparing', payment: 'paid' })
    const gone = await anOrderRow(tx, store, { fulfilment: 'cancelled' })
    const expired = await anOrderRow(tx, store, { fulfilment: 'expired' })
    await anOrderRow(tx, nextDoor)
    const ids = async (page: Parameters<typeof storeOrders>[2]) =>
      (await storeOrders(tx, ctxAt(store), page)).items.map(({ id }) => id)

    expect(await ids({})).toEqual([expired.id, gone.id, cooking.id])
    expect(await ids({ status: 'cancelled' })).toEqual([expired.id, gone.id])
    expect(await ids({ status: 'preparing' })).toEqual([cooking.id])
    expect(await ids({ cursor: expired.id, limit: 1 })).toEqual([gone.id])
    expect((await storeOrders(tx, ctxAt(store, staffOf(nextDoor)))).items).toEqual([])
    expect((await roundTrips(tx, (db) => storeOrders(db, ctxAt(store)))).count).toBe(1)
  }))

test('R7: the history tells both clocks oldest first, to the store it happened at', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const order = await anOrderRow(tx, store)
    const moved = { brandId: store.brandId, orderId: order.id, actor: '阿哲', at: evening }
    await tx
      .insertInto('orderStatusHistory')
      .values([
        { ...moved, id: newId(), clock: 'fulfilment', fromState: 'placed', toState: 'accepted', status: 'unpaid' },
        {
          ...moved,
          id: newId(),
          clock: 'payment',
          fromState: 'unpaid',
          toState: 'paid',
          status: 'paid',
          reason: 'cash',
        },
      ])
      .execute()

    expect(await orderHistory(tx, ctxAt(store), order.id)).toEqual([
      {
        clock: 'fulfilment',
        from: 'placed',
        to: 'accepted',
        status: 'unpaid',
        actor: '阿哲',
        reason: null,
        at: evening,
      },
      { clock: 'payment', from: 'unpaid', to: 'paid', status: 'paid', actor: '阿哲', reason: 'cash', at: evening },
    ])
    expect(await orderHistory(tx, ctxAt(nextDoor), order.id)).toEqual([])
  }))
