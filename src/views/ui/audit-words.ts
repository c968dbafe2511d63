import type { AuditEntry } from '../../domain/audit/queries'
import type { T } from './words'

/** An action in words; one that has none keeps its name, so that nothing in the log is ever hidden. */
export const actionText = (t: T, action: string): string => t(`audit.action.${action}`, { defaultValue: action })

/** Who did it; the guest and the system have no names, and behind a wrong PIN stands somebody unknown. */
export function whoText(t: T, { action, actor }: Pick<AuditEntry, 'action' | 'actor'>): string {
  if (action === 'pin.wrong') return t('audit.unknown')
  return actor === 'guest' || actor === 'system' ? t(`office.actor.${actor}`) : actor
}
