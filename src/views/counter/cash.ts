/** What lies in a drawer, dearest first, in minor units of the currency; below `coinsBelow` they are round. */
type Drawer = {
  pieces: readonly number[]
  coinsBelow: number /** What people hand over: round amounts. */
  round: readonly number[]
}

const drawers: Record<string, Drawer> = {
  TWD: { pieces: [1000, 500, 100, 50, 10, 5, 1], coinsBelow: 100, round: [100, 500, 1000] },
  USD: { pieces: [2000, 1000, 500, 100, 25, 10, 5, 1], coinsBelow: 100, round: [500, 1000, 2000] },
}

export type Piece = { value: number; count: number; kind: 'note' | 'coin' }

/** `amount` in the fewest notes and coins, dearest first; empty for a currency whose drawer we do not know. Minor units. */
export function piecesOf(amount: number, currency: string): Piece[] {
  const drawer = drawers[currency]
  let rest = Math.max(0, amount)
  return (drawer?.pieces ?? []).flatMap((value): Piece[] => {
    const count = Math.floor(rest / value)
    rest -= count * value
    return count > 0 ? [{ value, count, kind: value < (drawer?.coinsBelow ?? 0) ? 'coin' : 'note' }] : []
  })
}

/** What a guest is likely to hand over for `due`: exactly that, then the next round amounts, at most four in all. */
export function quickTenders(due: number, currency: string): number[] {
  const round = drawers[currency]?.round ?? []
  const keys = new Set([due, ...round.map((step) => Math.ceil(due / step) * step)])
  const dearest = round.at(-1)
  if (dearest && keys.size < 3) keys.add(Math.max(...keys) + dearest)
  return [...keys].sort((a, b) => a - b).slice(0, 4)
}

/** Every note and coin of a currency, dearest first, none of each. */
export const valuesOf = (currency: string): Piece[] =>
  (drawers[currency]?.pieces ?? []).map((value) => ({
    value,
    count: 0,
    kind: value < (drawers[currency]?.coinsBelow ?? 0) ? 'coin' : 'note',
  }))
