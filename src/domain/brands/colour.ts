/** A colour as people see it: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = { l: number; c: number; h: number }

const clamp = (value: number) => Math.min(1, Math.max(0, value))
const radians = Math.PI / 180

/** Linear sRGB of a colour, what a screen cannot show cut off (CSS Color 4, 10.1; matrices by Björn Ottosson). */
function linearOf({ l, c, h }: Oklch): [number, number, number] {
  const a = c * Math.cos(h * radians)
  const b = c * Math.sin(h * radians)
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clamp(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    clamp(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    clamp(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
  ]
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearOf(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Oklch, other: Oklch): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const encoded = (linear: number) => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055)
const decoded = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** '#E9AB2B' */
export const hexOf = (colour: Oklch): string =>
  `#${linearOf(colour)
    .map((part) =>
      Math.round(encoded(part) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`

const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

/** 'oklch(66% 0.15 80)' */
export const cssOf = ({ l, c, h }: Oklch): string => `oklch(${rounded(l * 100, 2)}% ${rounded(c, 4)} ${rounded(h, 2)})`

function fromHex(hex: string): Oklch {
  const [red, green, blue] = [0, 2, 4].map((at) => decoded(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ]
  const x = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const y = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const z = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z
  const b = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z
  const h = Math.atan2(b, a) / radians
  return { l: 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z, c: Math.hypot(a, b), h: h < 0 ? h + 360 : h }
}

/** A colour as people write it: #E9AB2B, E9AB2B, #fa0 or oklch(66% .15 80); null for anything else. */
export function readColour(text: string): Oklch | null {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]
  if (hex) return fromHex(hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join(''))
  const parts = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)\s*\)$/i.exec(text.trim())
  if (!parts) return null
  const [l, c, h] = [Number(parts[1]) / (parts[2] ? 100 : 1), Number(parts[3]), Number(parts[4])]
  return l <= 1 && c <= 0.4 && h <= 360 ? { l, c, h } : null
}
