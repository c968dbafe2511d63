import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskedLine, isLost, priceCart } from '../../../src/domain/cart/price-cart'
import { availabilityOf, type StockState } from '../../../src/domain/menu/availability'
import { aMenuOf, left } from '../menu/a-menu'

const content = aMenuOf(
  {
    noodles: { price: 110, groups: ['extra'] },
    soup: { price: 45 },
    set: { price: 150, groups: ['drink'] },
    tea: { price: 30 },
  },
  {
    extra: { min: 0, max: 2, options: { egg: 15, lean: -200 } },
    drink: { min: 1, max: 1, single: true, options: { 'a tea': { refDishId: 'tea' } } },
  },
)
let count = 0
const line = (dishId: string, quantity = 1, more: Partial<AskedLine> = {}): AskedLine => ({
  id: `line ${++count}`,
  dishId,
  optionIds: [],
  quantity,
  note: '',
  unitPrice: null,
  ...more,
})
const terms = { serviceChargeBp: 1000, deliveryFee: 60 }
type More = Partial<Parameters<typeof priceCart>[0]> & { stock?: StockState[] }
const price = (lines: AskedLine[], { stock = [], ...more }: More = {}) =>
  priceCart({
    lines,
    content,
    availability: availabilityOf(content, stock),
    orderType: 'takeout',
    store: terms,
    ...more,
  })

describe('charges', () => {
  const lines = [line('noodles', 2, { optionIds: ['egg'] }), line('soup')]

  test('R1: takeout is the food alone', () => {
    expect(price(lines)).toMatchObject({ subtotal: 295, serviceCharge: 0, deliveryFee: 0, total: 295, itemCount: 3 })
  })
  test('R1: dine-in adds the service charge, rounded half up', () => {
    expect(price(lines, { orderType: 'dine_in' })).toMatchObject({ serviceCharge: 30, total: 325 })
  })
  test('complaint 34: only a delivery pays the delivery fee, and an empty one does not', () => {
    expect(price(lines, { orderType: 'delivery' })).toMatchObject({ deliveryFee: 60, total: 355 })
    expect(price([], { orderType: 'delivery' })).toMatchObject({ deliveryFee: 0, total: 0 })
  })
  test('R1: a discount takes no more than there is, and is shared out over the lines to the last unit', () => {
    const priced = price(lines, { discount: 100 })
    expect(priced.lines.map((l) => l.discountShare)).toEqual([85, 15])
    expect(priced.total).toBe(195)
    expect(price(lines, { discount: 9_999, orderType: 'dine_in' })).toMatchObject({
      discountTotal: 295,
      serviceCharge: 0,
      total: 0,
    })
  })
})

describe('R11: what changed since it was put in the cart', () => {
  test('a rise is named, a drop too, and the present price counts', () => {
    const priced = price([
      line('soup', 1, { unitPrice: 40 }),
      line('soup', 1, { unitPrice: 50 }),
      line('soup', 1, { unitPrice: 45 }),
    ])
    expect(priced.lines.map((l) => l.problem)).toEqual([
      { reason: 'price_up', was: 40, now: 45 },
      { reason: 'price_down', was: 50, now: 45 },
      undefined,
    ])
    expect(priced.total).toBe(135)
  })
  test('a dish that left the menu, or whose options no longer fit, is named and costs nothing', () => {
    const priced = price([line('gone', 2, { unitPrice: 80 }), line('set'), line('soup')])
    expect(priced.problems.map((l) => l.problem?.reason)).toEqual(['gone', 'bad_options'])
    expect(priced).toMatchObject({ subtotal: 45, itemCount: 1 })
    expect(priced.problems.every(isLost)).toBe(true)
  })
})

describe('what is left', () => {
  test('complaint 2: a sold-out dish in the cart is named and not counted', () => {
    const priced = price([line('soup', 2), line('noodles')], { stock: [left('soup', 0)] })
    expect(priced.lines[0]).toMatchObject({ lineTotal: 0, problem: { reason: 'sold_out', available: 0 } })
    expect(priced.total).toBe(110)
  })
  test('complaint 3: two lines of one dish draw on one stock', () => {
    const priced = price([line('soup', 2), line('soup', 2, { note: 'hot' })], { stock: [left('soup', 3)] })
    expect(priced.lines.map((l) => l.problem)).toEqual([undefined, { reason: 'sold_out', available: 1 }])
  })
  test('R22: a tea in a set and a tea by itself are one stock', () => {
    const priced = price([line('set', 2, { optionIds: ['a tea'] }), line('tea', 1)], { stock: [left('tea', 2)] })
    expect(priced.lines.map((l) => l.problem)).toEqual([undefined, { reason: 'sold_out', available: 0 }])
  })
})

test('R10: a line carries the names in every language, and where it is cooked', () => {
  expect(price([line('noodles', 1, { optionIds: ['egg'] })]).lines[0]).toMatchObject({
    name: { 'zh-Hant': '菜 noodles', en: 'Dish noodles' },
    options: [{ id: 'egg', name: { 'zh-Hant': 'egg' }, price: 15 }],
    stationId: 'station',
    unitPrice: 125,
  })
})

const asked = fc.record({
  id: fc.uuid(),
  dishId: fc.constantFrom('noodles', 'soup', 'set', 'tea', 'gone'),
  optionIds: fc.subarray(['egg', 'lean', 'a tea', 'unknown']),
  quantity: fc.integer({ min: 1, max: 99 }),
  note: fc.constant(''),
  unitPrice: fc.option(fc.integer({ min: 0, max: 300 })),
})
const stocks = fc
  .uniqueArray(fc.tuple(fc.constantFrom('noodles', 'soup', 'tea', 'option:egg'), fc.nat(120)), {
    selector: ([id]) => id,
  })
  .map((rows) => rows.map(([id, n]) => left(id, n)))

test('R1: whatever is asked for, lines - discount + charges = total, in whole units, and never below zero', () => {
  fc.assert(
    fc.property(
      fc.array(asked, { maxLength: 12 }),
      stocks,
      fc.constantFrom('dine_in' as const, 'takeout' as const, 'delivery' as const),
      fc.integer({ min: 0, max: 5_000 }),
      fc.integer({ min: 0, max: 3_000 }),
      (lines, stock, orderType, discount, serviceChargeBp) => {
        const priced = price(lines, { stock, orderType, discount, store: { ...terms, serviceChargeBp } })
        const sum = (of: (l: (typeof priced.lines)[number]) => number) => priced.lines.reduce((n, l) => n + of(l), 0)
        expect(sum((l) => l.lineTotal)).toBe(priced.subtotal)
        expect(sum((l) => l.discountShare)).toBe(priced.discountTotal)
        expect(priced.subtotal - priced.discountTotal + priced.serviceCharge + priced.deliveryFee).toBe(priced.total)
        expect(
          Object.values(priced)
            .filter((v) => typeof v === 'number')
            .every((v) => Number.isSafeInteger(v) && v >= 0),
        ).toBe(true)
        for (const l of priced.lines) {
          expect(l.lineTotal).toBe(isLost(l) ? 0 : l.unitPrice * l.quantity)
          expect(l.discountShare).toBeLessThanOrEqual(l.lineTotal)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('complaint 3: lines without a problem never ask for more of one stock than there is', () => {
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 12 }), fc.nat(60), (lines, tea) => {
      const fine = price(lines, { stock: [left('tea', tea)] }).lines.filter(
        (l) => l.problem?.reason !== 'sold_out' && !isLost(l),
      )
      const used = fine.reduce(
        (n, l) => n + l.quantity * (Number(l.dishId === 'tea') + l.options.filter((o) => o.id === 'a tea').length),
        0,
      )
      expect(used).toBeLessThanOrEqual(tea)
    }),
  )
})
