import { describe, expect, test } from 'vitest'
import { cartView } from '../../../../src/domain/cart/queries'
import { placeOrder } from '../../../../src/domain/orders/place-order'
import { freshDb } from '../../../support/db'
import { placeInput } from '../../../support/orders'
import { act, anAccount, aShop, customerCtx, guestCtx, must, refused } from '../../../support/world'

import { checkout, one, put } from './a-checkout'

const { db } = await freshDb(16)

describe('R6, defect 10: the idempotency key', () => {
  test('six taps at once give one order and six times its answer', async () => {
    const shop = await aShop(db, { stock: { noodles: 1 } })
    const ctx = guestCtx(shop)
    const input = placeInput(shop)
    const answers = (await Promise.all(Array.from({ length: 6 }, () => act(db, placeOrder, ctx, input)))).map(must)
    expect(new Set(answers.map((a) => a.orderId)).size).toBe(1)
    expect(answers.filter((a) => !a.replayed)).toHaveLength(1)
    expect(new Set(answers.map((a) => a.number))).toEqual(new Set(['001']))
  })

  test('a second tap on a checkout finds the order, though the cart is empty by then', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop)
    const form = checkout(shop)
    const first = must(await act(db, placeOrder, ctx, form))
    expect((await cartView(db, ctx)).cart.lines).toEqual([])
    expect(must(await act(db, placeOrder, ctx, form))).toEqual({ ...first, replayed: true })
  })

  test('another body under the same key is refused, and so is another person, who learns nothing', async () => {
    const shop = await aShop(db)
    const ctx = guestCtx(shop)
    const input = placeInput(shop)
    must(await act(db, placeOrder, ctx, input))
    expect(refused(await act(db, placeOrder, ctx, { ...input, note: '不要香菜' }))).toEqual({ reason: 'key_reused' })
    const more = { ...input, lines: [one(shop.noodles, 2)] }
    expect(refused(await act(db, placeOrder, ctx, more))).toEqual({ reason: 'key_reused' })
    expect(refused(await act(db, placeOrder, guestCtx(shop), input))).toEqual({ reason: 'not_found' })
    const account = customerCtx(shop, await anAccount(db))
    expect(refused(await act(db, placeOrder, account, input))).toEqual({ reason: 'not_found' })
  })
})
