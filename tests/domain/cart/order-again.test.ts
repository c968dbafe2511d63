import { expect, test } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import { orderAgain, restoreCart } from '../../../src/domain/cart/order-again'
import { cartView } from '../../../src/domain/cart/queries'
import { newId } from '../../../src/domain/shared/ids'
import { rolledBack } from '../../support/db'
import { aShop, at, guest, leave, must, noon, reprice, type Shop } from './a-shop'

const wanted = {
  dishes: { noodles: { price: 110, groups: ['extra'] }, soup: { price: 45 } },
  groups: { extra: { max: 2, options: { egg: 15 } } },
}

/** An order of two noodles with egg and a soup, as the books have it. */
async function anOrderOf(tx: Tx, shop: Shop, visitor: string) {
  const { brandId, storeId, versionId } = shop
  const orderId = newId()
  const money = { subtotal: 295, total: 295, currency: 'TWD' }
  const state = {
    fulfilment: 'expired' as const,
    paymentState: 'failed' as const,
    isFinalized: false,
    endedAt: noon,
    kitchenStart: 'payment' as const,
  }
  await tx
    .insertInto('orders')
    .values({
      ...{
        brandId,
        id: orderId,
        storeId,
        visitor,
        channel: 'web',
        orderType: 'takeout',
        businessDay: '2026-11-20',
        lang: 'en',
      },
      ...{
        ...money,
        ...state,
        idempotencyKey: orderId,
        requestHash: '',
        menuVersionId: versionId,
        promisedAt: noon,
        createdAt: noon,
      },
    })
    .execute()
  const line = { brandId, orderId, stationId: shop.stationId }
  const egg = JSON.stringify([{ id: shop.id('egg'), name: {}, price: 15 }])
  await tx
    .insertInto('orderLine')
    .values([
      {
        ...line,
        id: newId(),
        position: 0,
        dishId: shop.id('noodles'),
        name: '{"zh-Hant":"noodles"}',
        options: egg,
        quantity: 2,
        unitPrice: 125,
        lineTotal: 250,
      },
      {
        ...line,
        id: newId(),
        position: 1,
        dishId: shop.id('soup'),
        name: '{"zh-Hant":"soup"}',
        quantity: 1,
        unitPrice: 45,
        lineTotal: 45,
      },
    ])
    .execute()
  return orderId
}

const aPastOrder = <T>(work: (tx: Tx, shop: Shop, ctx: ReturnType<typeof at>, orderId: string) => Promise<T>) =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx, wanted)
    const actor = guest()
    return work(tx, shop, at(shop, actor), await anOrderOf(tx, shop, actor.kind === 'guest' ? actor.visitor : ''))
  })
const cartLines = async (tx: Tx, ctx: ReturnType<typeof at>) =>
  (await cartView(tx, ctx)).priced.lines.map((l) => [l.quantity, l.name['zh-Hant'], l.unitPrice, l.options.length])

test("ordering again fills the cart at today's prices, once for one tap", () =>
  aPastOrder(async (tx, shop, ctx, orderId) => {
    await reprice(tx, shop, 'soup', 50)
    expect(must(await orderAgain(tx, ctx, { orderId, key: 'a tap' }))).toEqual({ added: 2, unavailable: [] })
    must(await orderAgain(tx, ctx, { orderId, key: 'a tap' }))
    expect(await cartLines(tx, ctx)).toEqual([
      [2, 'noodles', 125, 1],
      [1, 'soup', 50, 0],
    ])
    expect((await cartView(tx, ctx)).priced.problems).toEqual([])
  }))

test('ordering again leaves out what is sold out, and names it', () =>
  aPastOrder(async (tx, shop, ctx, orderId) => {
    await leave(tx, shop, 'soup', 0)
    expect(must(await orderAgain(tx, ctx, { orderId }))).toEqual({ added: 1, unavailable: [{ 'zh-Hant': 'soup' }] })
  }))

test('complaint 52: a stranger cannot order again what another ordered', () =>
  aPastOrder(async (tx, shop, ctx, orderId) => {
    const stranger = at(shop, guest())
    expect(await orderAgain(tx, stranger, { orderId })).toMatchObject({ refusal: { reason: 'not_found' } })
    const person = { kind: 'person' as const, accountId: newId(), name: 'Lin', grants: [] }
    expect(
      must(
        await orderAgain(tx, at(shop, { ...person, visitor: ctx.actor.kind === 'guest' ? ctx.actor.visitor : '' }), {
          orderId,
        }),
      ).added,
    ).toBe(2)
  }))

test('R20: an order that came to nothing gives the guest the cart back, once, and a rise since is asked about', () =>
  aPastOrder(async (tx, shop, ctx, orderId) => {
    await reprice(tx, shop, 'soup', 50)
    await restoreCart(tx, shop.system, orderId)
    await restoreCart(tx, shop.system, orderId)
    expect(await cartLines(tx, ctx)).toEqual([
      [2, 'noodles', 125, 1],
      [1, 'soup', 50, 0],
    ])
    expect((await cartView(tx, ctx)).priced.problems).toMatchObject([
      { problem: { reason: 'price_up', was: 45, now: 50 } },
    ])
  }))
