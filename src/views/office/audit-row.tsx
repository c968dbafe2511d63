import type { FC } from 'hono/jsx'
import type { AuditEntry } from '../../domain/audit/queries'
import { useView } from '../ui/view'
import { dateText, type T } from '../ui/words'
import { ChangeLine } from './audit-change'
import { actorText } from './reason'

/** An action in words; one that has none keeps its name, so that nothing in the log is ever hidden. */
export const actionText = (t: T, action: string): string => t(`audit.action.${action}`, { defaultValue: action })

/** Who did it; behind a wrong PIN stands somebody unknown. */
export const whoText = (t: T, { action, actor }: AuditEntry): string =>
  action === 'pin.wrong' ? t('audit.unknown') : actorText(t, actor)

type RowProps = { entry: AuditEntry; href: string; timeZone: string; isCurrent: boolean; hasDay: boolean }

/** One act: when, who, where, what, about what, and what changed. On a phone what happened leads. */
export const AuditRow: FC<RowProps> = ({ entry, href, timeZone, isCurrent, hasDay }) => {
  const { t, lang } = useView()
  const two = '2-digit' as const
  const clock = { hour: two, minute: two, second: two }
  const at = dateText(entry.at, lang, timeZone, hasDay ? clock : { month: two, day: two, ...clock })
  return (
    <tr class={isCurrent ? 'bg-card shadow-[inset_4px_0_0_var(--brand)]' : undefined}>
      <th scope="row" class="num font-normal!">
        <a href={href} {...(isCurrent ? { 'aria-current': 'true' } : {})}>
          {at}
        </a>
      </th>
      <td class={entry.accountId ? undefined : 'text-muted'}>{whoText(t, entry)}</td>
      <td class="text-muted">{entry.tablet ?? entry.storeName ?? t('audit.whole_brand')}</td>
      <td class="lead font-bold">{actionText(t, entry.action)}</td>
      <td class="lead">{entry.subject ?? ''}</td>
      <td class="grow num">
        <ChangeLine entry={entry} timeZone={timeZone} />
      </td>
    </tr>
  )
}
