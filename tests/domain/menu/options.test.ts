import { expect, test } from 'vitest'
import { chooseOptions, unitPriceOf } from '../../../src/domain/menu/options'
import { aMenuOf } from './a-menu'

const content = aMenuOf(
  { noodles: { price: 110, groups: ['size', 'extra'] }, tea: { price: 30, groups: ['sugar'] } },
  {
    size: { min: 1, max: 3, single: true, options: { small: 0, large: 20 } },
    extra: { min: 0, max: 2, options: { egg: 15, tofu: 10, greens: 10 } },
    sugar: { min: 1, max: 1, single: true, options: { none: -90, half: 0 } },
  },
)
const choose = (...ids: string[]) => chooseOptions(content, content.dishes.noodles!, ids)
const problems = (...ids: string[]) => {
  const chosen = choose(...ids)
  return chosen.ok
    ? []
    : chosen.refusal.problems.map((p) => ('categoryId' in p ? `${p.categoryId} ${p.problem}` : p.optionIds))
}

test('a choice that meets every group gives its options in menu order, each once', () => {
  const chosen = choose('tofu', 'large', 'tofu', 'egg')
  expect(chosen.ok && chosen.value.map(({ id }) => id)).toEqual(['large', 'egg', 'tofu'])
  expect(chosen.ok && unitPriceOf(content.dishes.noodles!, chosen.value)).toBe(155)
})

test('defect 9: an option of another dish is not taken', () => {
  expect(problems('small', 'none')).toEqual([['none']])
  expect(problems('small', 'constructor')).toEqual([['constructor']])
})

test('complaint 49: a required group may not be left out, nor a limit passed; all that is wrong is said at once', () => {
  expect(problems()).toEqual(['size too_few'])
  expect(problems('egg', 'tofu', 'greens')).toEqual(['size too_few', 'extra too_many'])
})

test('a single choice is one, whatever the group says', () => {
  expect(problems('small', 'large')).toEqual(['size too_many'])
})

test('R1: no choice makes a dish cost less than nothing', () => {
  const tea = content.dishes.tea!
  const chosen = chooseOptions(content, tea, ['none'])
  expect(chosen.ok && unitPriceOf(tea, chosen.value)).toBe(0)
})
