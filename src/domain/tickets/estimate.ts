/** What the kitchen is doing now: tickets ahead by station ('' for none), and how long the last ones took. */
export type Backlog = { ahead: Record<string, number>; averageMinutes: number | null }

/** Tickets a station works on side by side. */
const atOnce = 4
const longest = 240

/**
 * Minutes until a ticket joining a station's queue now is ready: its own making plus its share of what is ahead. A pace is what the last
 * tickets took, or the store's own preparation time where there are none.
 */
export function estimateMinutes(input: { ahead: number; averageMinutes: number | null; prepMinutes: number }): number {
  const pace = Math.max(1, input.averageMinutes ?? input.prepMinutes)
  const minutes = Math.ceil(pace + (Math.max(0, input.ahead) * pace) / atOnce)
  return Math.min(longest, minutes)
}
