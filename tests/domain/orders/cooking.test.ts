import { describe, expect, test } from 'vitest'
import { acceptOrder } from '../../../src/domain/orders/accept-order'
import { bumpLine } from '../../../src/domain/orders/cooking/bump-line'
import { bumpTicket } from '../../../src/domain/orders/cooking/bump-ticket'
import { dismissTicket } from '../../../src/domain/orders/cooking/dismiss-ticket'
import { recallTicket } from '../../../src/domain/orders/cooking/recall-ticket'
import { startTicket } from '../../../src/domain/orders/cooking/start-ticket'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { handOver } from '../../../src/domain/orders/serving/hand-over'
import { moveDelivery } from '../../../src/domain/orders/serving/move-delivery'
import { newId } from '../../../src/domain/shared/ids'
import { freshDb } from '../../support/db'
import { testDeps } from '../../support/gateway'
import { anOrder, placeInput, stateOf } from '../../support/orders'
import { drain, queued } from '../../support/outbox'
import { act, aShop, guestCtx, later, must, refused, type Shop, staffCtx } from '../../support/world'

const { db } = await freshDb(16)
const one = (dishId: string) => ({ dishId, optionIds: [], quantity: 1 })
const ticketsOf = (orderId: string) =>
  db.selectFrom('ticket').selectAll().where('orderId', '=', orderId).orderBy('id').execute()

/** Noodles at the hot station, salad at the cold one, tea from the fridge. */
async function aMeal(shop: Shop) {
  const order = await anOrder(db, shop, { state: 'paid', lines: [one(shop.noodles), one(shop.salad), one(shop.tea)] })
  const tickets = await ticketsOf(order.orderId)
  const at = (stationId: string) => tickets.find((t) => t.stationId === stationId)!.id
  return { ...order, hot: at(shop.stationId), cold: at(shop.coldId), tickets }
}

test('R34, complaint 39: one ticket per station; what needs no cooking sends none', async () => {
  const shop = await aShop(db)
  const { tickets, orderId } = await aMeal(shop)
  expect(tickets).toHaveLength(2)
  const lines = await db
    .selectFrom('ticketLine')
    .selectAll()
    .where(
      'ticketId',
      'in',
      tickets.map((t) => t.id),
    )
    .execute()
  const ordered = await db.selectFrom('orderLine').select(['id', 'dishId']).where('orderId', '=', orderId).execute()
  const cooked = ordered.filter((l) => l.dishId !== shop.tea).map((l) => l.id)
  expect(lines.map((l) => l.orderLineId).toSorted()).toEqual(cooked.toSorted())
})

test('an order with nothing to cook is ready by itself', async () => {
  const shop = await aShop(db)
  const { orderId } = await anOrder(db, shop, { state: 'paid', lines: [one(shop.tea)] })
  expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'ready', saga: 'completed' })
  must(await act(db, handOver, staffCtx(shop), { orderId }))
})

describe('the order follows its tickets', () => {
  test('preparing from the first start, ready when every station is, back after a recall', async () => {
    const shop = await aShop(db)
    const staff = staffCtx(shop)
    const { orderId, hot, cold } = await aMeal(shop)
    const state = async () => (await stateOf(db, orderId)).fulfilment
    must(await act(db, startTicket, staff, { ticketId: hot }))
    expect(await state()).toBe('preparing')
    must(await act(db, bumpTicket, staff, { ticketId: hot }))
    expect(await state()).toBe('preparing')
    must(await act(db, bumpTicket, staff, { ticketId: cold }))
    expect(await state()).toBe('ready')
    must(await act(db, recallTicket, staff, { ticketId: cold }))
    expect(await state()).toBe('preparing')
    expect(await db.selectFrom('ticketLine').select('isDone').where('ticketId', '=', cold).execute()).toEqual([
      { isDone: false },
    ])
    must(await act(db, bumpTicket, staff, { ticketId: cold }))
    expect(await state()).toBe('ready')
  })

  test('bumping without starting is both; two cooks bumping the last two stations at once make it ready once', async () => {
    for (let i = 0; i < 6; i++) {
      const shop = await aShop(db)
      const { orderId, hot, cold } = await aMeal(shop)
      const bump = (ticketId: string) => act(db, bumpTicket, staffCtx(shop), { ticketId })
      for (const result of await Promise.all([bump(hot), bump(cold), bump(hot)])) must(result)
      const { fulfilment, startedAt, readyAt } = await stateOf(db, orderId)
      expect({ fulfilment, started: startedAt !== null, ready: readyAt !== null }).toEqual({
        fulfilment: 'ready',
        started: true,
        ready: true,
      })
      const history = await db
        .selectFrom('orderStatusHistory')
        .select('toState')
        .where('orderId', '=', orderId)
        .execute()
      expect(history.filter((h) => h.toState === 'ready')).toHaveLength(1)
    }
  })

  test('plating a line starts its ticket; the last line does not bump it; a line can be taken off again', async () => {
    const shop = await aShop(db)
    const staff = staffCtx(shop)
    const { orderId, hot } = await aMeal(shop)
    const { orderLineId: lineId } = await db
      .selectFrom('ticketLine')
      .selectAll()
      .where('ticketId', '=', hot)
      .executeTakeFirstOrThrow()
    const done = () =>
      db.selectFrom('ticketLine').select('isDone').where('ticketId', '=', hot).executeTakeFirstOrThrow()
    must(await act(db, bumpLine, staff, { ticketId: hot, lineId, isDone: true }))
    expect(await done()).toEqual({ isDone: true })
    expect((await ticketsOf(orderId)).find((t) => t.id === hot)!.status).toBe('preparing')
    must(await act(db, bumpLine, staff, { ticketId: hot, lineId, isDone: false }))
    expect(await done()).toEqual({ isDone: false })
    expect(refused(await act(db, bumpLine, staff, { ticketId: hot, lineId: newId(), isDone: true }))).toEqual({
      reason: 'not_found',
    })
  })

  test('what has left with the driver cannot be recalled, what is live cannot be dismissed, other stores’ tickets are not there', async () => {
    const shop = await aShop(db)
    const staff = staffCtx(shop)
    const { orderId } = await anOrder(db, shop, {
      state: 'out_for_delivery',
      input: { orderType: 'delivery', address: '金山南路' },
    })
    const [ticket] = await ticketsOf(orderId)
    const ask = { ticketId: ticket!.id }
    expect(refused(await act(db, recallTicket, staff, ask))).toEqual({ reason: 'order_over' })
    expect(refused(await act(db, dismissTicket, staff, ask))).toMatchObject({ reason: 'illegal_move' })
    expect(refused(await act(db, startTicket, staff, ask))).toMatchObject({ reason: 'illegal_move', from: 'ready' })
    expect(refused(await act(db, bumpTicket, staffCtx(await aShop(db)), ask))).toEqual({ reason: 'not_found' })
  })
})

describe('R36, complaint 40: a future order', () => {
  test('waits off the board until promise minus preparation, then releases itself', async () => {
    const shop = await aShop(db, { store: { prepMinutes: 15 } })
    const deps = testDeps(db)
    const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { promisedAt: later(120) })))
    must(await act(db, confirmCash, staffCtx(shop), { orderId, key: newId() }))
    expect(await ticketsOf(orderId)).toMatchObject([{ status: 'waiting', releaseAt: later(105), dueAt: later(120) }])
    expect(await queued(db, 'ticket.release', orderId)).toMatchObject([{ runAt: later(105) }])
    deps.setNow(later(104))
    await drain(deps, { brandId: shop.brandId })
    expect(await ticketsOf(orderId)).toMatchObject([{ status: 'waiting' }])
    deps.setNow(later(105))
    await drain(deps, { brandId: shop.brandId })
    expect(await ticketsOf(orderId)).toMatchObject([{ status: 'queued', queuedAt: later(105) }])
  })
})

test('R34: the estimate grows with what is ahead of it', async () => {
  const shop = await aShop(db, { store: { prepMinutes: 10 } })
  const minutes: number[] = []
  for (let i = 0; i < 9; i++) {
    const { orderId } = await anOrder(db, shop, { state: 'paid' })
    minutes.push((await ticketsOf(orderId))[0]!.estimatedMinutes)
  }
  expect(minutes[0]).toBe(10)
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b))
  expect(minutes[8]).toBe(30)
})

test('staff accept a new order and say how soon: that is the promise, and the ticket’s due time', async () => {
  const shop = await aShop(db, { store: { autoAccept: false, kitchenStart: 'acceptance' } })
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  expect(await ticketsOf(orderId)).toEqual([])
  must(await act(db, acceptOrder, staffCtx(shop), { orderId, minutes: 10 }))
  must(await act(db, acceptOrder, staffCtx(shop), { orderId, minutes: 99 }))
  expect((await stateOf(db, orderId)).promisedAt).toEqual(later(10))
  expect(await ticketsOf(orderId)).toMatchObject([{ dueAt: later(10), status: 'queued' }])
})

describe('handing over', () => {
  test('a ready meal is completed once; an unpaid one not before its money', async () => {
    const shop = await aShop(db, { store: { kitchenStart: 'acceptance' } })
    const staff = staffCtx(shop)
    const { orderId } = await anOrder(db, shop)
    expect(refused(await act(db, handOver, staff, { orderId }))).toMatchObject({ reason: 'illegal_move' })
    for (const { id } of await ticketsOf(orderId)) must(await act(db, bumpTicket, staff, { ticketId: id }))
    expect(refused(await act(db, handOver, staff, { orderId }))).toEqual({ reason: 'unpaid', missing: 180 })
    must(await act(db, confirmCash, staff, { orderId, key: newId() }))
    must(await act(db, handOver, staff, { orderId }))
    must(await act(db, handOver, staff, { orderId }))
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'completed' })
  })

  test('R39, complaint 43: a delivery is assigned, picked up when ready, and delivered; nothing is delivered without a driver', async () => {
    const shop = await aShop(db)
    const staff = staffCtx(shop)
    const delivered = { orderType: 'delivery', address: '金山南路' } as const
    const { orderId } = await anOrder(db, shop, { state: 'paid', input: delivered })
    const move = (event: 'assign' | 'pickUp' | 'deliver' | 'giveBack' | 'cancel', driverId?: string) =>
      act(db, moveDelivery, staff, { orderId, event, ...(driverId && { driverId }) })
    const state = async () => (await stateOf(db, orderId)).fulfilment

    expect(refused(await move('deliver'))).toEqual({ reason: 'illegal_move', from: 'pending', event: 'deliver' })
    expect(refused(await move('assign'))).toEqual({ reason: 'driver_missing' })
    must(await move('assign', '小王'))
    expect(refused(await move('pickUp'))).toEqual({ reason: 'not_ready' })
    for (const { id } of await ticketsOf(orderId)) must(await act(db, bumpTicket, staff, { ticketId: id }))
    expect(refused(await act(db, handOver, staff, { orderId }))).toMatchObject({ reason: 'illegal_move' })
    must(await move('pickUp'))
    expect(await state()).toBe('out_for_delivery')
    must(await move('giveBack'))
    expect(await state()).toBe('ready')
    must(await move('assign', '小李'))
    must(await move('pickUp'))
    must(await move('deliver'))
    expect(await state()).toBe('completed')
    expect(refused(await move('cancel'))).toMatchObject({ reason: 'illegal_move' })
  })

  test('an order that is out for delivery is handed over at the door, its delivery with it', async () => {
    const shop = await aShop(db)
    const { orderId } = await anOrder(db, shop, {
      state: 'out_for_delivery',
      input: { orderType: 'delivery', address: '金山南路' },
    })
    must(await act(db, handOver, staffCtx(shop), { orderId }))
    const delivery = await db.selectFrom('delivery').select('status').where('orderId', '=', orderId).executeTakeFirst()
    expect(delivery).toEqual({ status: 'delivered' })
  })
})
