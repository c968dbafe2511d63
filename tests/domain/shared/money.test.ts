import fc from 'fast-check'
import { expect, test } from 'vitest'
import { share, split } from '../../../src/domain/shared/money'

const amount = fc.integer({ min: 0, max: 2_000_000_000 })
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 40 })

test('R1: a split gives away exactly the total, and nobody less than one unit from their fair part', () => {
  fc.assert(
    fc.property(amount, weights, (total, parts) => {
      const sum = parts.reduce((a, b) => a + b, 0)
      const given = split(total, parts)
      expect(given.reduce((a, b) => a + b, 0)).toBe(total)
      for (const [i, part] of given.entries())
        if (sum > 0) expect(Math.abs(part - (total * parts[i]!) / sum)).toBeLessThan(1.001)
    }),
  )
})

test('R1: the larger remainder gets the odd unit, the earlier on a tie; no weights, the first takes all', () => {
  expect(split(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(split(1, [0, 5, 5])).toEqual([0, 1, 0])
  expect(split(7, [0, 0])).toEqual([7, 0])
})

test('R1: a share is rounded once, half up, and is a whole number of units', () => {
  expect(share(105, 1000)).toBe(11)
  expect(share(104, 1000)).toBe(10)
  expect(share(0, 3000)).toBe(0)
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 3000 }), (value, bp) => {
      const part = share(value, bp)
      expect(Number.isInteger(part)).toBe(true)
      expect(BigInt(part)).toBe((BigInt(value) * BigInt(bp) * 2n + 10_000n) / 20_000n)
    }),
  )
})
