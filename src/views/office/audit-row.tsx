import type { FC } from 'hono/jsx'
import type { AuditEntry } from '../../domain/audit/queries'
import { ChangeLine } from '../ui/audit-change'
import { actionText, whoText } from '../ui/audit-words'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'

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
      <td class="lead font-bold">
        {entry.action === 'pin.wrong' ? (
          <span class="text-bad">
            <Icon name="triangle-alert" class="me-1 inline size-4 align-[-.15em]" />
            {actionText(t, entry.action)}
          </span>
        ) : (
          actionText(t, entry.action)
        )}
      </td>
      <td class="lead subject">{entry.subject ?? ''}</td>
      <td class="grow num">
        <ChangeLine entry={entry} timeZone={timeZone} />
      </td>
    </tr>
  )
}
