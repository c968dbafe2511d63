import { describe, expect, test } from 'vitest'
import { addLine } from '../../../src/domain/cart/add-line'
import { cartView } from '../../../src/domain/cart/queries'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { newId } from '../../../src/domain/shared/ids'
import { freshDb } from '../../support/db'
import { placeInput, stateOf } from '../../support/orders'
import {
  aBrand,
  act,
  aDish,
  aMenu,
  anAccount,
  anOptionCategory,
  aShop,
  aStore,
  at,
  counted,
  customerCtx,
  guestCtx,
  later,
  must,
  noon,
  publish,
  refused,
  type Shop,
} from '../../support/world'

const { db } = await freshDb(16)

const one = (dishId: string, quantity = 1) => ({ dishId, optionIds: [], quantity })
const put = async (shop: Shop, ctx = guestCtx(shop), quantity = 1) => {
  must(await act(db, addLine, ctx, { ...one(shop.noodles, quantity), key: newId() }))
  return ctx
}
const reprice = async (shop: Shop, dishId: string, basePrice: number) => {
  await db.updateTable('dish').set({ basePrice }).where('id', '=', dishId).execute()
  await publish(db, shop)
}
/** The form of a checkout: what is in the cart is ordered. */
const checkout = (shop: Shop, more = {}) => {
  const { lines: _, ...form } = placeInput(shop, more)
  return form
}

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
    const ctx = await put(shop)
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
    const ctx = await put(shop)
    await reprice(shop, shop.noodles, 200)
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
    const ctx = await put(shop)
    await reprice(shop, shop.noodles, 150)
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { acceptedTotal: 180 }))).total).toBe(150)
  })

  test('a line that left the menu is named, and the rest goes on only with a yes', async () => {
    const shop = await aShop(db)
    const ctx = await put(shop)
    must(await act(db, addLine, ctx, { ...one(shop.tea), key: newId() }))
    await db.deleteFrom('menuItem').where('dishId', '=', shop.tea).execute()
    await publish(db, shop)
    const refusal = refused(await act(db, placeOrder, ctx, checkout(shop)))
    expect(refusal).toMatchObject({ reason: 'lost_lines', lines: [{ dishId: shop.tea, name: { 'zh-Hant': '紅茶' } }] })
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { withoutLost: true }))).total).toBe(180)
  })

  test('complaint 2: sold out while in the cart is named with what is left, and the cart stays', async () => {
    const shop = await aShop(db)
    const ctx = await put(shop, guestCtx(shop), 3)
    await counted(db, shop, shop.noodles, 2)
    const refusal = refused(await act(db, placeOrder, ctx, checkout(shop)))
    expect(refusal).toMatchObject({ reason: 'sold_out', lines: [{ dishId: shop.noodles, wanted: 3, available: 2 }] })
    expect((await cartView(db, ctx)).cart.lines).toHaveLength(1)
  })

  test('a dish that sold out is left out with a yes, and only with one', async () => {
    const shop = await aShop(db)
    const ctx = await put(shop)
    must(await act(db, addLine, ctx, { ...one(shop.tea), key: newId() }))
    await counted(db, shop, shop.tea, 0)
    expect(refused(await act(db, placeOrder, ctx, checkout(shop)))).toMatchObject({ reason: 'sold_out' })
    expect(must(await act(db, placeOrder, ctx, checkout(shop, { withoutLost: true }))).total).toBe(180)
  })
})

test('R10, complaint 24: lines are snapshots: later changes of the menu change no order', async () => {
  const shop = await aShop(db)
  const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  await db.updateTable('dish').set({ name: '改名麵' }).where('id', '=', shop.noodles).execute()
  await reprice(shop, shop.noodles, 999)
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
  await reprice(shop, shop.noodles, 0)
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
