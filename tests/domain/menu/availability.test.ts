import fc from 'fast-check'
import { expect, test } from 'vitest'
import { availabilityOf } from '../../../src/domain/menu/availability'
import { aMenuOf, left } from './a-menu'

const content = aMenuOf(
  { noodles: { groups: ['size', 'extra'] }, set: { groups: ['drink'] }, tea: {}, cake: {} },
  {
    size: { min: 1, max: 1, single: true, options: { small: 0, large: 20 } },
    extra: { min: 0, max: 2, options: { egg: 15 } },
    drink: { min: 1, max: 1, single: true, options: { 'a tea': { refDishId: 'tea' } } },
  },
)

test('R22: what has no stock row is never short', () => {
  const now = availabilityOf(content, [])
  expect(now.dish('noodles')).toEqual({ state: 'available' })
  expect(now.leftOf('noodles')).toBeNull()
})

test('R25: the last portion gone, or switched off, the dish is sold out; a few left, the page says how many', () => {
  expect(availabilityOf(content, [left('cake', 0)]).dish('cake')).toEqual({ state: 'sold_out' })
  expect(availabilityOf(content, [left('cake', 'stopped')]).dish('cake')).toEqual({ state: 'sold_out' })
  expect(availabilityOf(content, [left('cake', 3)]).dish('cake')).toEqual({ state: 'low', left: 3 })
  expect(availabilityOf(content, [left('cake', 30)]).dish('cake')).toEqual({ state: 'available' })
  expect(availabilityOf(content, [left('cake', 12, { alertLevel: 15 })]).dish('cake')).toEqual({
    state: 'low',
    left: 12,
  })
})

test('R25: a required group that cannot be met sells its dish out; a free one does not', () => {
  expect(availabilityOf(content, [left('option:small', 0)]).dish('noodles').state).toBe('available')
  expect(
    availabilityOf(content, [left('option:small', 0), left('option:large', 'stopped')]).dish('noodles').state,
  ).toBe('sold_out')
  expect(availabilityOf(content, [left('option:egg', 0)]).dish('noodles').state).toBe('available')
})

test('R22: an option that is a dish shares its stock, and takes the set with it', () => {
  const now = availabilityOf(content, [left('tea', 0)])
  expect(now.isOptionSoldOut(content.optionCategories.drink!.options[0]!)).toBe(true)
  expect(now.dish('set').state).toBe('sold_out')
  expect(now.drawsOn({ id: 'set' }, content.optionCategories.drink!.options)).toEqual([{ key: 'd:tea', left: 0 }])
})

test('R22: the web sees its quota, the counter all there is', () => {
  const rows = [left('cake', 9, { quota: 0 })]
  expect(availabilityOf(content, rows, 'web').dish('cake').state).toBe('sold_out')
  expect(availabilityOf(content, rows, 'counter').leftOf('cake')).toBe(9)
})

test('R25: less stock never makes more available', () => {
  const row = fc.constantFrom('tea', 'cake', 'noodles', 'option:small', 'option:large', 'option:egg', 'option:a tea')
  const total = fc.integer({ min: 0, max: 6 })
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(row, total), { selector: ([id]) => id }), fc.nat(), (rows, pick) => {
      const less = rows.map(([id, n], i) => left(id, i === pick % rows.length ? 0 : n))
      const [before, after] = [
        availabilityOf(
          content,
          rows.map(([id, n]) => left(id, n)),
        ),
        availabilityOf(content, less),
      ]
      for (const id of Object.keys(content.dishes)) {
        if (before.dish(id).state === 'sold_out') expect(after.dish(id).state).toBe('sold_out')
        expect(after.dish(id).state === 'sold_out').toBe(after.leftOf(id) === 0)
      }
    }),
  )
})
