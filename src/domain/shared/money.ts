/** `amount` × `basisPoints` / 10000, in minor units, rounded once, half up (R1). */
export const share = (amount: number, basisPoints: number): number =>
  Math.floor((amount * basisPoints * 2 + 10_000) / 20_000)

/**
 * Splits `total` by `weights` (whole, not negative) so that the parts sum to it exactly: largest remainder, earlier first on a
 * tie (R1). Without any weight the first part takes all.
 */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0))
  const exact = weights.map((weight, i) => {
    const product = BigInt(total) * BigInt(weight)
    return { i, part: Number(product / sum), rest: product % sum }
  })
  const parts = exact.map(({ part }) => part)
  const left = total - parts.reduce((a, b) => a + b, 0)
  const byRest = exact.toSorted((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))
  for (const { i } of byRest.slice(0, left)) parts[i]! += 1
  return parts
}
