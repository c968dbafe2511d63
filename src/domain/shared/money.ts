/** `amount` × `basisPoints` / 10000, in minor units, rounded once, half up (R1). */
export const share = (amount: number, basisPoints: number): number => Math.floor((amount * basisPoints * 2 + 10_000) / 20_000)

/** Splits `total` by `weights` so that the parts sum to it exactly: largest remainder, earlier first on a tie (R1). */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum <= 0) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map((w) => (total * w) / sum)
  const parts = exact.map(Math.floor)
  let left = total - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((x, i) => ({ i, rest: x - Math.floor(x) })).sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order) {
    if (left <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left--
  }
  return parts
}
