import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import { addLine, maxLines } from '../../../src/domain/cart/add-line'
import { moveCarts } from '../../../src/domain/cart/move-carts'
import { cartView, type StoreView, storePage } from '../../../src/domain/cart/queries'
import { removeLine, removeLostLines } from '../../../src/domain/cart/remove-line'
import { setLine } from '../../../src/domain/cart/set-line'
import { setOrderType } from '../../../src/domain/cart/set-order-type'
import { archiveDish } from '../../../src/domain/menu/archive-dish'
import type { Actor, Ctx } from '../../../src/domain/shared/ctx'
import { rolledBack } from '../../support/db'
import { aShop, at, guest, leave, must, noon, reprice, type Shop } from './a-shop'

const noodles = {
  dishes: {
    noodles: { price: 110, groups: ['size', 'extra'] },
    soup: { price: 45 },
    tea: { price: 30, groups: ['sugar'] },
  },
  groups: {
    size: { min: 1, single: true, options: { small: 0, large: 20 } },
    extra: { max: 2, options: { egg: 15, tofu: 10 } },
    sugar: { single: true, options: { 'no sugar': -90 } },
  },
}

/** A guest in a shop, with hands. */
async function aGuest(tx: Tx, shop: Shop, actor: Actor = guest()) {
  const ctx = at(shop, actor)
  const put = (dish: string, quantity = 1, options: string[] = [], more: { note?: string; key?: string } = {}) =>
    addLine(tx, ctx, { dishId: shop.id(dish), optionIds: options.map(shop.id), quantity, ...more })
  return { ctx, put, look: () => cartView(tx, ctx) }
}
const inShop = <T>(work: (tx: Tx, shop: Shop) => Promise<T>) =>
  rolledBack(async (tx) => work(tx, await aShop(tx, noodles)))
const lines = ({ priced }: StoreView) => priced.lines.map((l) => `${l.quantity} ${l.name['zh-Hant']} ${l.unitPrice}`)
const settled = async (tx: Tx, ctx: Ctx, { view }: { view: StoreView }) => {
  const { cart, priced } = await cartView(tx, ctx)
  expect({ cart: view.cart, priced: view.priced }).toEqual({ cart, priced })
  return view
}

describe('adding', () => {
  test('a dish goes into the cart at the price of the live menu, and the answer is what a new look shows', () =>
    inShop(async (tx, shop) => {
      const { ctx, put } = await aGuest(tx, shop)
      await settled(tx, ctx, must(await put('soup', 2)))
      const view = await settled(tx, ctx, must(await put('noodles', 1, ['egg', 'large'])))
      expect(lines(view)).toEqual(['2 soup 45', '1 noodles 145'])
      expect(view.priced).toMatchObject({ itemCount: 3, total: 235 })
    }))

  test('the same dish made the same way is one line, in whatever order the options were ticked', () =>
    inShop(async (tx, shop) => {
      const { ctx, put } = await aGuest(tx, shop)
      must(await put('noodles', 1, ['small', 'tofu', 'egg']))
      must(await put('noodles', 2, ['egg', 'small', 'tofu']))
      const view = await settled(tx, ctx, must(await put('noodles', 1, ['small', 'tofu', 'egg'], { note: '不要蔥' })))
      expect(lines(view)).toEqual(['3 noodles 135', '1 noodles 135'])
    }))

  test('R6: a double tap adds once', () =>
    inShop(async (tx, shop) => {
      const { put, look } = await aGuest(tx, shop)
      for (let i = 0; i < 3; i++) must(await put('soup', 2, [], { key: 'one form' }))
      must(await put('soup', 1, [], { key: 'another form' }))
      expect(lines(await look())).toEqual(['3 soup 45'])
    }))

  test('defect 9: an option of another dish is refused, and a required group may not be left out', () =>
    inShop(async (tx, shop) => {
      const { put, look } = await aGuest(tx, shop)
      expect(await put('noodles', 1, ['small', 'no sugar'])).toMatchObject({ refusal: { reason: 'bad_options' } })
      expect(await put('noodles', 1)).toMatchObject({ refusal: { problems: [{ problem: 'too_few', min: 1 }] } })
      expect((await look()).cart.lines).toEqual([])
    }))

  test.each([900_000, 0, -1, 1.5, Number.NaN])('defect 17: a quantity of %s is refused', (quantity) =>
    inShop(async (tx, shop) => {
      const { put } = await aGuest(tx, shop)
      expect(await put('soup', quantity)).toMatchObject({ refusal: { reason: 'bad_quantity', max: 99 } })
    }),
  )

  test('defect 17: a note of 50 kB is refused, one line holds 99 and a cart 100 lines', () =>
    inShop(async (tx, shop) => {
      const { put, look } = await aGuest(tx, shop)
      expect(await put('soup', 1, [], { note: '長'.repeat(17_000) })).toMatchObject({
        refusal: { reason: 'note_too_long' },
      })
      must(await put('soup', 60))
      must(await put('soup', 60))
      expect(lines(await look())).toEqual(['99 soup 45'])
      for (let i = 1; i < maxLines; i++) must(await put('soup', 1, [], { note: `第 ${i} 碗` }))
      expect(await put('soup', 1, [], { note: '多一碗' })).toMatchObject({ refusal: { reason: 'too_many_lines' } })
      must(await put('soup', 1, [], { note: '第 1 碗' }))
    }))

  test('R25: what is sold out, or not enough of, is refused with what is left', () =>
    inShop(async (tx, shop) => {
      const { put } = await aGuest(tx, shop)
      await leave(tx, shop, 'soup', 2)
      expect(await put('soup', 3)).toMatchObject({ refusal: { reason: 'sold_out', available: 2 } })
      must(await put('soup', 2))
      expect(await put('elsewhere')).toMatchObject({ refusal: { reason: 'gone' } })
    }))
})

describe('changing', () => {
  test('a line is counted up and down, made otherwise, joined with its equal, and taken away', () =>
    inShop(async (tx, shop) => {
      const { ctx, put, look } = await aGuest(tx, shop)
      const small = must(await put('noodles', 2, ['small'])).lineId
      const large = must(await put('noodles', 1, ['large'])).lineId
      await settled(tx, ctx, must(await setLine(tx, ctx, { lineId: small, quantity: 5 })))
      const joined = must(await setLine(tx, ctx, { lineId: large, quantity: 1, optionIds: [shop.id('small')] }))
      expect(lines(await settled(tx, ctx, joined))).toEqual(['6 noodles 110'])
      await settled(tx, ctx, must(await setLine(tx, ctx, { lineId: small, quantity: 0 })))
      expect((await look()).priced).toMatchObject({ itemCount: 0, total: 0 })
      expect(await setLine(tx, ctx, { lineId: small, quantity: 1 })).toMatchObject({ refusal: { reason: 'not_found' } })
    }))

  test('having fewer is always allowed, more only when there is more', () =>
    inShop(async (tx, shop) => {
      const { ctx, put } = await aGuest(tx, shop)
      const { lineId } = must(await put('soup', 5))
      await leave(tx, shop, 'soup', 2)
      must(await setLine(tx, ctx, { lineId, quantity: 4 }))
      expect(await setLine(tx, ctx, { lineId, quantity: 6 })).toMatchObject({
        refusal: { reason: 'sold_out', available: 2 },
      })
    }))

  test('complaint 52: the line of another guest is not found, and stays', () =>
    inShop(async (tx, shop) => {
      const [mine, theirs] = [await aGuest(tx, shop), await aGuest(tx, shop)]
      const { lineId } = must(await theirs.put('soup', 2))
      expect(await setLine(tx, mine.ctx, { lineId, quantity: 1 })).toMatchObject({ refusal: { reason: 'not_found' } })
      must(await removeLine(tx, mine.ctx, { lineId }))
      expect(lines(await theirs.look())).toEqual(['2 soup 45'])
    }))

  test('how the meal is had changes the charges; a way the store does not sell is refused', () =>
    rolledBack(async (tx) => {
      const shop = await aShop(tx, {
        ...noodles,
        store: { serviceChargeBp: 1000, deliveryFee: 60, takesDelivery: false },
      })
      const { ctx, put } = await aGuest(tx, shop)
      must(await put('soup', 2))
      const view = await settled(tx, ctx, must(await setOrderType(tx, ctx, { orderType: 'dine_in' })))
      expect(view.priced).toMatchObject({ serviceCharge: 9, total: 99 })
      expect(await setOrderType(tx, ctx, { orderType: 'delivery' })).toMatchObject({ refusal: { reason: 'type_off' } })
    }))
})

describe('what happened meanwhile', () => {
  test('R11: a rise is shown beside the price seen, and adding more does not hide it', () =>
    inShop(async (tx, shop) => {
      const { put, look } = await aGuest(tx, shop)
      must(await put('soup'))
      await reprice(tx, shop, 'soup', 55)
      expect((await look()).priced.problems).toMatchObject([{ problem: { reason: 'price_up', was: 45, now: 55 } }])
      must(await put('soup'))
      expect((await look()).priced).toMatchObject({ total: 110, problems: [{ problem: { was: 45 } }] })
    }))

  test('R11: a dish that left the menu is named as it was called, and can be let go', () =>
    inShop(async (tx, shop) => {
      const { ctx, put, look } = await aGuest(tx, shop)
      must(await put('soup', 2))
      must(await put('tea'))
      must(await archiveDish(tx, shop.system, { dishId: shop.id('soup') }))
      const view = await look()
      expect(view.priced.problems).toMatchObject([{ name: { 'zh-Hant': 'soup' }, problem: { reason: 'gone' } }])
      const after = await settled(tx, ctx, must(await removeLostLines(tx, ctx)))
      expect(lines(after)).toEqual(['1 tea 30'])
    }))
})

describe('signing in', () => {
  test("R31: the guest's cart comes along, and joins what was there", () =>
    inShop(async (tx, shop) => {
      const here = await aGuest(tx, shop)
      const home = await aGuest(tx, shop)
      const owner = (actor: Actor) => `v:${actor.kind === 'guest' ? actor.visitor : ''}`
      must(await here.put('soup', 2))
      must(await here.put('tea', 1))
      await moveCarts(tx, owner(here.ctx.actor), 'a:somebody')
      must(await home.put('soup', 3))
      await moveCarts(tx, owner(home.ctx.actor), 'a:somebody')
      await moveCarts(tx, owner(home.ctx.actor), 'a:somebody')
      expect((await home.look()).cart).toMatchObject({ id: null, lines: [] })
      const rows = await tx
        .selectFrom('cartLine as l')
        .innerJoin('cart as c', 'c.id', 'l.cartId')
        .select(['l.dishId', 'l.quantity'])
        .where('c.owner', '=', 'a:somebody')
        .where('c.brandId', '=', shop.brandId)
        .orderBy('l.id')
        .execute()
      expect(rows).toEqual([
        { dishId: shop.id('soup'), quantity: 5 },
        { dishId: shop.id('tea'), quantity: 1 },
      ])
    }))
})

test('a store page knows its reader by the cart, and another store knows nothing of it', () =>
  inShop(async (tx, shop) => {
    const { put, ctx } = await aGuest(tx, shop)
    const other = await aShop(tx, noodles)
    must(await put('soup'))
    const page = (slug: string) => storePage(tx, { brandSlug: slug, storeSlug: 'main', actor: ctx.actor, now: noon })
    expect((await page(shop.slug))?.priced.itemCount).toBe(1)
    expect((await page(other.slug))?.priced.itemCount).toBe(0)
    expect(await page('nowhere')).toBeNull()
  }))

const step = fc.oneof(
  fc.record({
    act: fc.constant('add' as const),
    dish: fc.constantFrom('soup', 'tea'),
    n: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({ act: fc.constant('set' as const), pick: fc.nat(5), n: fc.integer({ min: 0, max: 99 }) }),
  fc.record({ act: fc.constant('remove' as const), pick: fc.nat(5) }),
)

test('a model cart and the real one agree after any walk of commands', () =>
  inShop(async (tx, shop) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const { ctx, put, look } = await aGuest(tx, shop)
        const model = new Map<string, { dish: string; n: number }>()
        for (const s of steps) {
          const id = s.act === 'add' ? '' : ([...model.keys()][s.pick] ?? null)
          if (s.act === 'add') {
            const { lineId } = must(await put(s.dish, s.n))
            const before = model.get(lineId)
            model.set(lineId, { dish: s.dish, n: Math.min(99, (before?.n ?? 0) + s.n) })
          } else if (id && s.act === 'set') {
            must(await setLine(tx, ctx, { lineId: id, quantity: s.n }))
            if (s.n === 0) model.delete(id)
            else model.set(id, { ...model.get(id)!, n: s.n })
          } else if (id) {
            must(await removeLine(tx, ctx, { lineId: id }))
            model.delete(id)
          }
        }
        const { priced } = await look()
        const prices: Record<string, number> = { soup: 45, tea: 30 }
        expect(priced.lines.map((l) => [l.id, l.quantity])).toEqual([...model].map(([id, { n }]) => [id, n]))
        expect(priced.total).toBe([...model.values()].reduce((sum, { dish, n }) => sum + n * prices[dish]!, 0))
      }),
      { numRuns: 40 },
    )
  }))
