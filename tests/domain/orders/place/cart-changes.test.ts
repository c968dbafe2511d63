import { describe, expect, test } from 'vitest'
import { addLine } from '../../../../src/domain/cart/add-line'
import { cartView } from '../../../../src/domain/cart/queries'
import { placeOrder } from '../../../../src/domain/orders/place-order'
import { newId } from '../../../../src/domain/shared/ids'
import { freshDb } from '../../../support/db'
import { placeInput } from '../../../support/orders'
import {
  aBrand,
  act,
  aDish,
  aMenu,
  anOptionCategory,
  aShop,
  aStore,
  counted,
  guestCtx,
  must,
  publish,
  refused,
} from '../../../support/world'

import { checkout, one, put, reprice } from './a-checkout'

const { db } = await freshDb(16)

describe('defect 9: options', () => {
  const withOptions = async () => {
    const place = await aStore(db, await aBrand(db))
    const size = await anOptionCategory(db, place, {
      name: '份量',
      min: 1,
      max: 1,
      options: [{ name: '大', price: 20 }, { name: '小' }],
    })
    const cheap = await anOptionCategory(db, place, { name: '折', options: [{ name: '便宜', price: -90 }] })
    const noodles = await aDish(db, place, { price: 110, groups: [size.id] })
    const tea = await aDish(db, place, { name: '紅茶', price: 100, groups: [cheap.id] })
    await aMenu(db, place, [{ stationId: place.stationId, dishes: [noodles, tea] }])
    return {
      shop: { ...place, noodles, tea, salad: tea },
      large: size.optionIds[0]!,
      small: size.optionIds[1]!,
      cheap: cheap.optionIds[0]!,
    }
  }

  test('of another dish are refused, and so is a required group left out or chosen twice', async () => {
    const { shop, large, small, cheap } = await withOptions()
    const ask = async (optionIds: string[]) =>
      act(
        db,
        placeOrder,
        guestCtx(shop),
        placeInput(shop, { lines: [{ dishId: shop.noodles, optionIds, quantity: 1 }] }),
      )
    for (const optionIds of [[small, cheap], [], [large, small]])
      expect(refused(await ask(optionIds))).toMatchObject({ reason: 'bad_options' })
    expect(must(await ask([large])).total).toBe(130)
  })

  test('R22: an option draws on its own count and on the dish it stands for', async () => {
    const place = await aStore(db, await aBrand(db))
    const egg = await aDish(db, place, { name: '滷蛋', price: 15 })
    const extra = await anOptionCategory(db, place, {
      max: 3,
      options: [{ name: '加滷蛋', price: 15, refDishId: egg }],
    })
    const noodles = await aDish(db, place, { groups: [extra.id] })
    await aMenu(db, place, [{ stationId: place.stationId, dishes: [noodles, egg] }])
    const shop = { ...place, noodles, tea: egg, salad: egg }
    await counted(db, place, egg, 3)
    const withEgg = { dishId: noodles, optionIds: extra.optionIds, quantity: 1 }
    must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines: [withEgg, one(egg)] })))
    const refusal = refused(
      await act(db, placeOrder, guestCtx(shop), placeInput(shop, { lines: [{ ...withEgg, quantity: 2 }] })),
    )
    expect(refusal).toEqual({
      reason: 'sold_out',
      lines: [
        { dishId: noodles, optionId: extra.optionIds[0], name: { 'zh-Hant': '加滷蛋' }, wanted: 2, available: 1 },
      ],
    })
  })
})

describe('R11, complaint 23: prices that moved since the cart was filled', () => {
  test('a rise is asked about, and a yes to the new total is enough', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop)
    await reprice(db, shop, shop.noodles, 200)
    expect(refused(await act(db, placeOrder, ctx, checkout(shop)))).toEqual({
      reason: 'price_changed',
      was: 180,
      now: 200,
    })
    expect(refused(await act(db, placeOrder, ctx, checkout(shop, { acceptedTotal: 180 })))).toMatchObject({
      reason: 'price_changed',
    })
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { acceptedTotal: 200 }))).total).toBe(200)
  })

  test('a drop is passed on without a word', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop)
    await reprice(db, shop, shop.noodles, 150)
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { acceptedTotal: 180 }))).total).toBe(150)
  })

  test('a line that left the menu is named, and the rest goes on only with a yes', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop)
    must(await act(db, addLine, ctx, { ...one(shop.tea), key: newId() }))
    await db.deleteFrom('menuItem').where('dishId', '=', shop.tea).execute()
    await publish(db, shop)
    const refusal = refused(await act(db, placeOrder, ctx, checkout(shop)))
    expect(refusal).toMatchObject({ reason: 'lost_lines', lines: [{ dishId: shop.tea, name: { 'zh-Hant': '紅茶' } }] })
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { withoutLost: true }))).total).toBe(180)
  })

  test('complaint 2: sold out while in the cart is named with what is left, and the cart stays', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop, guestCtx(shop), 3)
    await counted(db, shop, shop.noodles, 2)
    const refusal = refused(await act(db, placeOrder, ctx, checkout(shop)))
    expect(refusal).toMatchObject({ reason: 'sold_out', lines: [{ dishId: shop.noodles, wanted: 3, available: 2 }] })
    expect((await cartView(db, ctx)).cart.lines).toHaveLength(1)
  })

  test('a dish that sold out is left out with a yes, and only with one', async () => {
    const shop = await aShop(db)
    const ctx = await put(db, shop)
    must(await act(db, addLine, ctx, { ...one(shop.tea), key: newId() }))
    await counted(db, shop, shop.tea, 0)
    expect(refused(await act(db, placeOrder, ctx, checkout(shop)))).toMatchObject({ reason: 'sold_out' })
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { withoutLost: true }))).total).toBe(180)
  })
})
