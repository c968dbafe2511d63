import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveAccent, palette } from '../../../src/domain/brands/accent'
import { hexOf, readColour } from '../../../src/domain/brands/colour'

test('a yellow of .78 becomes .66 for the seal, .56 under white words and .53 as words', () => {
  const { accent, isDarker, readings } = deriveAccent(palette.yolk)
  expect([accent.brand, accent.fill, accent.ink]).toEqual([
    'oklch(66% 0.15 80)',
    'oklch(56% 0.15 80)',
    'oklch(53% 0.15 80)',
  ])
  expect(isDarker).toBe(true)
  expect(readings.map(({ chosen, kept }) => [chosen.toFixed(1), kept.toFixed(1)])).toEqual([
    ['2.0', '3.1'],
    ['2.0', '4.6'],
    ['1.8', '4.7'],
  ])
})

test('a green that passes is kept as it was chosen', () => {
  const { accent, isDarker } = deriveAccent(palette.tea)
  expect([accent.brand, accent.fill, isDarker]).toEqual(['oklch(52% 0.105 158)', 'oklch(52% 0.105 158)', false])
})

test('whatever is chosen, white on the seal reads at 3:1, white on a button and words on the tint at 4.5:1', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const { readings } = deriveAccent(readColour(number.toString(16).padStart(6, '0'))!)
      for (const { kept, least } of readings) expect(kept).toBeGreaterThanOrEqual(least)
    }),
  ))

test('a colour is written as a designer writes it, and anything else is no colour', () => {
  for (const hex of ['#E9AB2B', '#000000', '#FFFFFF', '#1C7ED6']) expect(hexOf(readColour(hex)!)).toBe(hex)
  expect(hexOf(readColour('fa0')!)).toBe('#FFAA00')
  expect(readColour('oklch(52% .105 158)')).toEqual({ l: 0.52, c: 0.105, h: 158 })
  expect(['', 'red;}', '#12', 'oklch(900% 1 1)', 'url(x)'].map(readColour)).toEqual([null, null, null, null, null])
})
