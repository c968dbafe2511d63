import type { T } from '../ui/words'

/** Why something ended: one of our codes in words (`step_failed:delivery` by its first part), else the words somebody gave. */
export function reasonText(t: T, reason: string): string {
  const [code = '', subject] = reason.split(':')
  if (!/^[a-z_]+$/.test(code)) return reason
  return t(`orders.cause.${code}`, { defaultValue: reason, subject: subject ? t(`office.saga.step.${subject}`) : '' })
}

/** Who did it, as people say it: the guest and the system have no names. */
export const actorText = (t: T, actor: string): string =>
  actor === 'guest' || actor === 'system' ? t(`office.actor.${actor}`) : actor
