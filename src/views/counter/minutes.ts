/** Whole minutes that have passed since `from`, never below 0. */
export const minutesFrom = (from: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - from.getTime()) / 60_000))

/** Whole minutes until `at`, at least `least`. */
export const minutesUntil = (at: Date, now: Date, least = 1): number =>
  Math.max(least, Math.round((at.getTime() - now.getTime()) / 60_000))
