import { expect, test } from 'vitest'
import type { Db } from '../../../../src/db/connect'
import { sagaDetail, sagaList } from '../../../../src/domain/orders/saga/queries'
import { orderSteps } from '../../../../src/domain/orders/saga/steps'
import { stuckSagas } from '../../../../src/domain/orders/saga/stuck'
import { newId } from '../../../../src/domain/shared/ids'
import { rolledBack } from '../../../support/db'
import {
  anOrderRow,
  aStepRow,
  aStoreRow,
  ctxAt,
  evening,
  minutesAgo,
  type OrderRows,
  roundTrips,
  type StorePlace,
} from '../../../support/order-rows'

const refundOf = (
  tx: Db,
  store: StorePlace,
  order: OrderRows,
  row: { by: 'gateway' | 'counter'; status: 'pending' | 'done' },
) =>
  tx
    .insertInto('refund')
    .values({
      ...{
        brandId: store.brandId,
        id: newId(),
        paymentId: order.paymentId,
        reversalKey: 'reversal',
        amount: order.total,
      },
      ...row,
      createdAt: evening,
    })
    .execute()

const turning = { fulfilment: 'cancelled', saga: 'compensating', sagaError: 'guest' } as const

test('R18: the list holds a store’s sagas newest first, page by page, in one round trip', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const first = await anOrderRow(tx, store, { saga: 'completed', fulfilment: 'completed', payment: 'paid' })
    const second = await anOrderRow(tx, store, { sequence: 76, orderType: 'delivery' })
    await anOrderRow(tx, nextDoor)

    const { value, count } = await roundTrips(tx, (db) => sagaList(db, ctxAt(store), { limit: 1 }))

    expect(count).toBe(1)
    expect(value.items).toMatchObject([
      {
        sagaId: second.sagaId,
        orderId: second.id,
        number: '076',
        status: 'executing',
        isStuck: false,
        orderType: 'delivery',
      },
    ])
    expect(value.items[0]?.createdAt).toEqual(evening)
    const rest = await sagaList(tx, ctxAt(store), { limit: 1, cursor: value.nextCursor })
    expect(rest.items.map(({ sagaId }) => sagaId)).toEqual([first.sagaId])
    expect(rest.nextCursor).toBeNull()
  }))

test('those that need somebody are told from those that are merely under way', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const fine = await anOrderRow(tx, store)
    await aStepRow(tx, store, fine, { name: 'payment', status: 'waiting' })
    const turned = await anOrderRow(tx, store, turning)
    await aStepRow(tx, store, turned, { name: 'payment', status: 'undoing', set: { undoError: 'timeout' } })
    const tried = await anOrderRow(tx, store)
    await aStepRow(tx, store, tried, { name: 'delivery', status: 'running', set: { error: 'no answer' } })
    const begun = await anOrderRow(tx, store)
    await aStepRow(tx, store, begun, { name: 'delivery', status: 'running' })
    const inTrouble = await anOrderRow(tx, store, { fulfilment: 'completed', saga: 'completed', sagaError: 'late' })
    const leftBehind = await anOrderRow(tx, store, { at: minutesAgo(2) })
    const overdue = await anOrderRow(tx, store, { fulfilment: 'draft', payment: 'pending', at: minutesAgo(12) })
    await aStepRow(tx, store, overdue, { name: 'payment', status: 'waiting' })
    const back = await anOrderRow(tx, store, { fulfilment: 'expired', saga: 'compensated', sagaError: 'held_too_long' })

    const list = await sagaList(tx, ctxAt(store), { show: 'needs_you' })
    const open = await sagaList(tx, ctxAt(store), { show: 'open' })

    const ids = (rows: { orderId: string }[]) => rows.map(({ orderId }) => orderId)
    expect(ids(list.items)).toEqual([overdue, leftBehind, inTrouble, tried, turned].map(({ id }) => id))
    expect(list.items.every(({ isStuck }) => isStuck)).toBe(true)
    expect(ids(open.items)).toEqual([overdue, leftBehind, begun, tried, turned, fine].map(({ id }) => id))
    expect(list.counts).toEqual({ needsYou: 5, open: 6, today: 8, todayDone: 0 })
    expect(ids(list.settled)).toEqual([back.id])
    expect(open.settled).toEqual([])
    expect(await stuckSagas(tx, ctxAt(store))).toBe(5)
  }))

test('the day’s counts are those of the store’s own business day', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const done = { fulfilment: 'completed', payment: 'paid', saga: 'completed' } as const
    await anOrderRow(tx, store, done)
    await anOrderRow(tx, store, { ...done, set: { businessDay: '2026-11-19' } })
    await anOrderRow(tx, store, { fulfilment: 'preparing' })

    const beforeCutoff = minutesAgo(-7 * 60)
    const afterCutoff = minutesAgo(-9 * 60)

    expect((await sagaList(tx, ctxAt(store))).counts).toMatchObject({ today: 2, todayDone: 1 })
    expect((await sagaList(tx, ctxAt(store, undefined, beforeCutoff))).counts).toMatchObject({ today: 2 })
    expect((await sagaList(tx, ctxAt(store, undefined, afterCutoff))).counts).toMatchObject({ today: 0 })
  }))

test('one saga tells every step in its order, reached or not, and what may be done about it', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const nextDoor = await aStoreRow(tx, { brandId: store.brandId })
    const order = await anOrderRow(tx, store, { ...turning, payment: 'paid', set: { endReason: 'guest' } })
    const next = minutesAgo(-1)
    await aStepRow(tx, store, order, {
      name: 'inventory',
      status: 'undone',
      position: 1,
      set: { output: '{"rows":3}' },
    })
    await aStepRow(tx, store, order, { name: 'order', status: 'undoing', position: 0 })
    const trouble = { undoError: 'timeout', undoAttempts: 2, undoNextAt: next, undoStartedAt: evening }
    await aStepRow(tx, store, order, { name: 'payment', status: 'undoing', position: 2, set: trouble })
    await refundOf(tx, store, order, { by: 'gateway', status: 'pending' })

    const { value: saga, count } = await roundTrips(tx, (db) => sagaDetail(db, ctxAt(store), order.id))

    expect(count).toBe(1)
    expect(saga).toMatchObject({
      status: 'compensating',
      isStuck: true,
      endReason: 'guest',
      endedAt: evening,
      maxUndoAttempts: 8,
    })
    expect(saga).toMatchObject({
      mayRetry: true,
      mayTurnBack: false,
      mayBeSettledByHand: true,
      contactPhone: '0928123521',
    })
    expect(saga?.steps.map(({ name }) => name)).toEqual(orderSteps.map(({ name }) => name))
    expect(saga?.steps[1]).toMatchObject({ status: 'undone', output: { rows: 3 }, startedAt: evening })
    expect(saga?.steps[2]).toMatchObject({ status: 'undoing', undoAttempts: 2, undoNextAt: next })
    expect(saga?.steps.at(-1)).toMatchObject({ status: null, startedAt: null })
    expect(saga?.lines).toEqual([{ name: { 'zh-Hant': '牛肉麵' }, quantity: 1, lineTotal: 180 }])
    expect(await sagaDetail(tx, ctxAt(nextDoor), order.id)).toBeNull()
    expect(await sagaDetail(tx, ctxAt(store), newId())).toBeNull()
  }))

test('an order on its way may be given up, and there is nothing to try again', () =>
  rolledBack(async (tx) => {
    const store = await aStoreRow(tx)
    const order = await anOrderRow(tx, store, { fulfilment: 'preparing', payment: 'paid' })

    expect(await sagaDetail(tx, ctxAt(store), order.id)).toMatchObject({
      ...{ isStuck: false, mayRetry: false, mayTurnBack: true, mayBeSettledByHand: false },
    })
  }))
