export type Chance = {
  next(): number
  int(below: number): number
  of<T>(list: readonly T[]): T
  hits(probability: number): boolean
}

/** Random numbers that a seed repeats (mulberry32), so that a rush that went wrong can be run again. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number) => Math.floor(next() * below)
  return { next, int, of: (list) => list[int(list.length)] as (typeof list)[number], hits: (p) => next() < p }
}
