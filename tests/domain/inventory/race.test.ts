import { expect, test } from 'vitest'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { freshDb } from '../../support/db'
import { placeInput } from '../../support/orders'
import { act, aShop, guestCtx, must } from '../../support/world'

const { db } = await freshDb(24)

const left = (dishId: string) =>
  db.selectFrom('inventory').select(['totalStock', 'isSoldOut']).where('dishId', '=', dishId).executeTakeFirstOrThrow()

test('R23: 200 buyers want the last 10 portions: exactly 10 are sold', async () => {
  const shop = await aShop(db, { stock: { noodles: 10 } })
  const results = await Promise.all(
    Array.from({ length: 200 }, () => act(db, placeOrder, guestCtx(shop), placeInput(shop))),
  )

  const sold = results.filter((r) => r.ok)
  const refusals = results.flatMap((r) => (r.ok ? [] : [r.refusal]))
  expect(sold).toHaveLength(10)
  expect(refusals).toHaveLength(190)
  const named = {
    reason: 'sold_out',
    lines: [{ dishId: shop.noodles, optionId: null, name: { 'zh-Hant': '牛肉麵' }, wanted: 1, available: 0 }],
  }
  for (const refusal of refusals) expect(refusal).toEqual(named)
  expect(await left(shop.noodles)).toEqual({ totalStock: 0, isSoldOut: true })
  const numbers = sold.flatMap((r) => (r.ok ? [r.value.number] : [])).toSorted()
  expect(numbers).toEqual(Array.from({ length: 10 }, (_, i) => String(i + 1).padStart(3, '0')))
})

test('defect 2: [A,B] against [B,A], again and again: nobody deadlocks and nothing is lost', async () => {
  const shop = await aShop(db, { stock: { noodles: 60, salad: 60 } })
  const one = (dishId: string) => ({ dishId, optionIds: [], quantity: 1 })
  const orders = [
    [one(shop.noodles), one(shop.salad)],
    [one(shop.salad), one(shop.noodles)],
  ]
  const results = await Promise.all(
    Array.from({ length: 90 }, (_, i) =>
      act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines: orders[i % 2]! })),
    ),
  )
  expect(results.filter((r) => r.ok)).toHaveLength(60)
  expect(await left(shop.noodles)).toMatchObject({ totalStock: 0 })
  expect(await left(shop.salad)).toMatchObject({ totalStock: 0 })
})

test('buying and cancelling at once never loses a portion', async () => {
  const shop = await aShop(db, { stock: { noodles: 5 } })
  await Promise.all(
    Array.from({ length: 60 }, async () => {
      const ctx = guestCtx(shop)
      const placed = await act(db, placeOrder, ctx, placeInput(shop))
      if (placed.ok) must(await act(db, cancelOrder, ctx, { orderId: placed.value.orderId }))
    }),
  )
  expect(await left(shop.noodles)).toEqual({ totalStock: 5, isSoldOut: false })
})

test('complaint 3: one dish on two lines is one demand', async () => {
  const shop = await aShop(db, { stock: { noodles: 3 } })
  const lines = [2, 2].map((quantity) => ({ dishId: shop.noodles, optionIds: [], quantity }))
  const result = await act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines }))
  expect(result).toMatchObject({ refusal: { reason: 'sold_out', lines: [{ wanted: 4, available: 3 }] } })
  expect(await left(shop.noodles)).toMatchObject({ totalStock: 3 })
})
