/** How often the world is asked to take something back before a person must look. */
export const maxUndoAttempts = 8

const firstMs = 15_000
const longestMs = 10 * 60_000

/** When to try again after `attempts` failures: 15 s, doubling, at most ten minutes. */
export const nextTry = (now: Date, attempts: number): Date =>
  new Date(now.getTime() + Math.min(longestMs, firstMs * 2 ** Math.max(0, attempts - 1)))
