import type { FC } from 'hono/jsx'
import type { AuditEntry } from '../../domain/audit/queries'
import { changesOf } from '../ui/audit-change'
import { actionText, whoText } from '../ui/audit-words'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dateText, dayClockText } from '../ui/words'
import { type AuditUrl, auditHref } from './audit-filter'

type EntryProps = {
  place: { brandSlug: string; storeSlug: string }
  filter: AuditUrl
  timeZone: string
  entry: AuditEntry
}

/** One entry whole: every field before and after, and what else the same person did. */
export const AuditEntryPanel: FC<EntryProps> = ({ place, filter, timeZone, entry }) => {
  const view = useView()
  const { t, lang } = view
  const changes = changesOf(view, timeZone, entry)
  const actor = whoText(t, entry)
  return (
    <aside
      class="min-h-0 overflow-y-auto border-s border-line bg-card px-6 py-5 max-lg:border-s-0 max-lg:px-4"
      aria-labelledby="d-h"
    >
      <a class="act justify-start! lg:hidden" href={auditHref(place, filter)}>
        <Icon name="arrow-left" class="size-4" />
        {t('audit.all')}
      </a>
      <p class="num text-sm text-muted">
        {dayClockText(entry.at, lang, timeZone)}
        {`:${dateText(entry.at, lang, timeZone, { second: 'numeric' }).padStart(2, '0')}`}
      </p>
      <h1 class="mt-1 text-lg" id="d-h">
        {t('audit.headline', { who: actor, act: actionText(t, entry.action), what: entry.subject ?? '' })}
      </h1>
      {changes.length > 0 && (
        <table class="mt-4 w-full text-sm leading-6 [&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:py-2 [&_:is(th,td)]:pe-2 [&_:is(th,td)]:text-start [&_:is(th,td)]:align-baseline">
          <thead class="text-xs text-muted">
            <tr>
              <th class="font-normal" scope="col">
                <span class="sr-only">{t('audit.col.field')}</span>
              </th>
              <th class="font-normal" scope="col">
                {t('audit.before')}
              </th>
              <th class="font-normal" scope="col">
                {t('audit.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after, isChanged }) => (
              <tr class={isChanged ? 'font-bold' : 'text-muted'}>
                <th class={isChanged ? '' : 'font-normal'} scope="row">
                  {field}
                </th>
                <td class="min-w-[4.5rem] break-words">
                  {isChanged && before !== null ? <del>{before}</del> : (before ?? '—')}
                </td>
                <td class="min-w-[4.5rem] break-words">
                  {isChanged && after !== null ? <ins>{after}</ins> : (after ?? '—')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl class="facts mt-4 text-sm">
        <div>
          <dt>{t('audit.col.who')}</dt>
          <dd>{actor}</dd>
        </div>
        <div>
          <dt>{t('audit.col.where')}</dt>
          <dd>{entry.storeName ?? t('audit.whole_brand')}</dd>
        </div>
        {entry.tablet && (
          <div>
            <dt>{t('audit.tablet')}</dt>
            <dd>{entry.tablet}</dd>
          </div>
        )}
        <div>
          <dt>{t('audit.number')}</dt>
          <dd class="num text-xs break-all">{entry.id}</dd>
        </div>
      </dl>
      {entry.accountId && (
        <p class="mt-4 grid gap-1">
          <a class="act justify-start!" href={auditHref(place, { where: filter.where, who: entry.accountId })}>
            {t('audit.all_by', { who: actor })}
          </a>
        </p>
      )}
    </aside>
  )
}
