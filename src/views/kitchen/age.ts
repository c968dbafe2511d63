/** fresh is on paper, due turns amber, late is past its promise. `void` was cancelled while it hung. */
export type Age = 'fresh' | 'due' | 'late' | 'void'

/** Share of the time between order and promise that may pass before a ticket takes this colour; most pressing first. */
const thresholds: readonly { age: Age; share: number }[] = [
  { age: 'late', share: 1 },
  { age: 'due', share: 0.6 },
]

type Aging = { status: string; queuedAt: Date; dueAt: Date }

/** The colour of a ticket's head, by its age against the promise (R34). */
export function ageOf({ status, queuedAt, dueAt }: Aging, now: Date): Age {
  if (status === 'cancelled') return 'void'
  const whole = dueAt.getTime() - queuedAt.getTime()
  const passed = now.getTime() - queuedAt.getTime()
  return thresholds.find(({ share }) => passed >= whole * share)?.age ?? 'fresh'
}

/** Whole minutes a ticket has hung, never below 0. */
export const minutesOf = (queuedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - queuedAt.getTime()) / 60_000))
