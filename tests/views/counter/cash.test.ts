import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, quickTenders } from '../../../src/views/counter/cash'

const spelled = (amount: number) =>
  piecesOf(amount, 'TWD')
    .map(({ value, count }) => `${value}×${count}`)
    .join(' ')

test('930 back is one 500, four 100 and three tens', () => {
  expect(spelled(930)).toBe('500×1 100×4 10×3')
  expect(piecesOf(930, 'TWD').map(({ kind }) => kind)).toEqual(['note', 'note', 'coin'])
})

test.each([
  [0, ''],
  [1, '1×1'],
  [4, '1×4'],
  [99, '50×1 10×4 5×1 1×4'],
  [680, '500×1 100×1 50×1 10×3'],
  [1500, '1000×1 500×1'],
])('%i back is %s', (amount, words) => expect(spelled(amount)).toBe(words))

test('the pieces add up, and no other way needs fewer', () => {
  const values = [1000, 500, 100, 50, 10, 5, 1]
  const fewest = [0]
  for (let amount = 1; amount <= 3000; amount++)
    fewest[amount] =
      1 + Math.min(...values.filter((v) => v <= amount).map((v) => fewest[amount - v] ?? Number.POSITIVE_INFINITY))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (amount) => {
      const pieces = piecesOf(amount, 'TWD')
      expect(pieces.reduce((sum, { value, count }) => sum + value * count, 0)).toBe(amount)
      expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(fewest[amount])
    }),
  )
})

test('nothing is spelled out in a currency whose notes we do not know', () => expect(piecesOf(930, 'XAF')).toEqual([]))

test.each([
  [1070, [1070, 1100, 1500, 2000]],
  [320, [320, 400, 500, 1000]],
  [45, [45, 100, 500, 1000]],
  [980, [980, 1000, 2000]],
  [1000, [1000, 2000]],
  [100, [100, 500, 1000]],
])('for %i the keys say %j', (due, keys) => expect(quickTenders(due, 'TWD')).toEqual(keys))

test('every key covers what is due and the first is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (due) => {
      const keys = quickTenders(due, 'TWD')
      expect(keys[0]).toBe(due)
      expect(keys.length).toBeLessThanOrEqual(4)
      expect(keys.every((key) => key >= due)).toBe(true)
    }),
  )
})
