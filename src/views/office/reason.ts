import type { T } from '../ui/words'

/** Why something ended: one of our codes in words, else the words somebody gave. */
export const reasonText = (t: T, reason: string): string =>
  /^[a-z_]+$/.test(reason) ? t(`orders.cause.${reason}`, { defaultValue: reason }) : reason

/** Who did it, as people say it: the guest and the system have no names. */
export const actorText = (t: T, actor: string): string =>
  actor === 'guest' || actor === 'system' ? t(`office.actor.${actor}`) : actor
