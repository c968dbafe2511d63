import { contrast, cssOf, type Oklch } from './colour'
import type { Accent } from './store-view'

/** How readable one use of the accent is: contrast as chosen, contrast as kept, and the least allowed. */
export type Reading = { use: 'seal' | 'button' | 'tint'; chosen: number; kept: number; least: number }
export type Derived = { accent: Required<Accent>; brand: Oklch; isDarker: boolean; readings: Reading[] }

/** What stands on the accent, as in theme.css. */
const onBrand: Oklch = { l: 0.995, c: 0.004, h: 85 }
/** Most lightness that fill and ink start from, and the tint's own, as in theme.css. */
const [fillTop, inkTop, tintL, tintChroma] = [0.56, 0.53, 0.958, 0.13]
const sealLeast = 3
const wordsLeast = 4.5

/**
 * The four values of a brand's accent from the one chosen: white on brand at least 3:1 (the seal), white on fill and ink on tint at
 * least 4.5:1. A lightness that does not pass is lowered by hundredths until it does: a yellow of .78 becomes .66, .56 and .53.
 */
export function deriveAccent(chosen: Oklch): Derived {
  const tint: Oklch = { ...chosen, l: tintL, c: chosen.c * tintChroma }
  const brand = lowered(chosen, onBrand, sealLeast)
  const fill = lowered({ ...chosen, l: Math.min(brand.l, fillTop) }, onBrand, wordsLeast)
  const ink = lowered({ ...chosen, l: Math.min(brand.l, inkTop) }, tint, wordsLeast)
  return {
    accent: { brand: cssOf(brand), fill: cssOf(fill), ink: cssOf(ink), tint: cssOf(tint), chosen: cssOf(chosen) },
    brand,
    isDarker: brand.l < chosen.l,
    readings: [
      { use: 'seal', chosen: contrast(onBrand, chosen), kept: contrast(onBrand, brand), least: sealLeast },
      { use: 'button', chosen: contrast(onBrand, chosen), kept: contrast(onBrand, fill), least: wordsLeast },
      { use: 'tint', chosen: contrast(tint, chosen), kept: contrast(tint, ink), least: wordsLeast },
    ],
  }
}

function lowered(colour: Oklch, against: Oklch, least: number): Oklch {
  let darker = colour
  while (darker.l > 0 && contrast(against, darker) < least)
    darker = { ...colour, l: Math.max(0, (Math.ceil(darker.l * 100 - 1e-9) - 1) / 100) }
  return darker
}

/** The seven that most brands find themselves in. */
export const palette = {
  tomato: { l: 0.6, c: 0.19, h: 33 },
  peach: { l: 0.6, c: 0.17, h: 355 },
  grape: { l: 0.52, c: 0.15, h: 310 },
  sea: { l: 0.56, c: 0.11, h: 240 },
  tea: { l: 0.52, c: 0.105, h: 158 },
  yolk: { l: 0.78, c: 0.15, h: 80 },
  soy: { l: 0.45, c: 0.08, h: 55 },
} as const satisfies Record<string, Oklch>
export type PaletteName = keyof typeof palette
