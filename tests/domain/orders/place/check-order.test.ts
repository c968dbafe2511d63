import { describe, expect, test } from 'vitest'
import { placeOrder } from '../../../../src/domain/orders/place-order'
import { newId } from '../../../../src/domain/shared/ids'
import { freshDb } from '../../../support/db'
import { placeInput, stateOf } from '../../../support/orders'
import { act, aShop, at, guestCtx, later, must, refused } from '../../../support/world'

import { one } from './a-checkout'

const { db } = await freshDb(16)

describe('R3, complaint 26: the clock at submit', () => {
  test('a store that closed since the page was loaded takes no order, and says which rule', async () => {
    const shop = await aShop(db)
    await db
      .updateTable('storeHours')
      .set({ opensMinute: 660, closesMinute: 840 })
      .where('storeId', '=', shop.storeId)
      .execute()
    const ctx = guestCtx(shop)
    must(await act(db, placeOrder, ctx, placeInput(shop)))
    expect(refused(await act(db, placeOrder, at(ctx, later(110)), placeInput(shop)))).toMatchObject({
      reason: 'closed',
      rule: 'last_order',
    })
    expect(refused(await act(db, placeOrder, at(ctx, later(180)), placeInput(shop)))).toMatchObject({
      reason: 'closed',
      rule: 'after',
    })
  })

  test('a paused store says until when', async () => {
    const shop = await aShop(db, { store: { pausedUntil: later(20), pauseReason: '太忙了' } })
    const refusal = refused(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
    expect(refusal).toEqual({ reason: 'paused', until: later(20), text: '太忙了' })
    must(await act(db, placeOrder, guestCtx(shop, newId(), later(21)), placeInput(shop)))
  })

  test('complaint 27: a wish before the food can be ready is refused; a later one is promised', async () => {
    const shop = await aShop(db, { store: { prepMinutes: 15 } })
    const ask = (promisedAt: Date) => act(db, placeOrder, guestCtx(shop), placeInput(shop, { promisedAt }))
    expect(refused(await ask(later(14)))).toEqual({ reason: 'too_early', earliest: later(15) })
    const { orderId } = must(await ask(later(90)))
    expect((await stateOf(db, orderId)).promisedAt).toEqual(later(90))
  })
})

describe('what the store sells, and how', () => {
  test.each([
    [{ takesDelivery: false }, { orderType: 'delivery', address: 'x' }, { reason: 'type_off', orderType: 'delivery' }],
    [{ takesDineIn: false }, { orderType: 'dine_in' }, { reason: 'type_off', orderType: 'dine_in' }],
    [{ takesCash: false }, {}, { reason: 'payment_off', paymentMethod: 'cash' }],
    [{ takesOnline: false }, { paymentMethod: 'online' }, { reason: 'payment_off', paymentMethod: 'online' }],
  ] as const)('%o refuses %o', async (store, input, refusal) => {
    const shop = await aShop(db, { store })
    expect(refused(await act(db, placeOrder, guestCtx(shop), placeInput(shop, input)))).toEqual(refusal)
  })

  test('a delivery needs an address and, from guests, a name and a phone', async () => {
    const shop = await aShop(db)
    const ask = async (input: object) => refused(await act(db, placeOrder, guestCtx(shop), placeInput(shop, input)))
    expect(await ask({ orderType: 'delivery', address: '  ' })).toEqual({ reason: 'address_missing' })
    expect(await ask({ contactName: '' })).toEqual({ reason: 'contact_missing', field: 'contactName' })
    expect(await ask({ contactPhone: '' })).toEqual({ reason: 'contact_missing', field: 'contactPhone' })
    const seated = { orderType: 'dine_in', tableLabel: 'A5', contactName: '', contactPhone: '' } as const
    must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, seated)))
  })

  test('defect 17: absurd quantities and texts are refused with their limit', async () => {
    const shop = await aShop(db)
    const ask = async (input: object) => refused(await act(db, placeOrder, guestCtx(shop), placeInput(shop, input)))
    expect(await ask({ lines: [one(shop.noodles, 900_000)] })).toMatchObject({ reason: 'bad_quantity' })
    expect(await ask({ lines: [one(shop.noodles, 0.5)] })).toMatchObject({ reason: 'bad_quantity' })
    expect(await ask({ lines: [one(shop.noodles, -1)] })).toMatchObject({ reason: 'bad_quantity' })
    expect(await ask({ note: 'x'.repeat(50_000) })).toEqual({ reason: 'too_long', field: 'note', max: 500 })
    expect(await ask({ lines: [] })).toEqual({ reason: 'empty' })
  })

  test('R8: what is paid at the door is cooked at once, though the kitchen else waits for the money', async () => {
    const shop = await aShop(db)
    const input = placeInput(shop, { orderType: 'delivery', address: '永康街 31 巷' })
    const { orderId } = must(await act(db, placeOrder, guestCtx(shop), input))
    expect(await db.selectFrom('ticket').select('status').where('orderId', '=', orderId).execute()).toHaveLength(1)
    const atCounter = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
    expect(await db.selectFrom('ticket').select('id').where('orderId', '=', atCounter.orderId).execute()).toEqual([])
  })

  test('complaint 33, 34: the delivery minimum is enforced at submit, exactly at its limit; a fee belongs to deliveries only', async () => {
    const shop = await aShop(db, { store: { deliveryMinimum: 180, deliveryFee: 50 } })
    const ask = (input: object) =>
      act(db, placeOrder, guestCtx(shop), placeInput(shop, { address: '金山南路', ...input }))
    expect(refused(await ask({ orderType: 'delivery', lines: [one(shop.salad, 2)] }))).toEqual({
      reason: 'below_minimum',
      minimum: 180,
      missing: 60,
    })
    expect(must(await ask({ orderType: 'delivery' })).total).toBe(230)
    expect(must(await ask({ lines: [one(shop.salad)] })).total).toBe(60)
  })
})
