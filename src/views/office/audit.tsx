import type { FC } from 'hono/jsx'
import type { AuditPage as Found } from '../../domain/audit/queries'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { numberText } from '../ui/words'
import { AuditEntryPanel } from './audit-entry'
import { type AuditUrl, auditHref } from './audit-filter'
import { AuditFilters } from './audit-filters'
import { AuditRow } from './audit-row'
import { type OfficeFrame, OfficeLayout } from './layout'

export type AuditProps = {
  frame: OfficeFrame
  filter: AuditUrl
  /** Where this page begins, to keep it when an entry opens. */
  cursor: string | undefined
  nextCursor: string | null
  timeZone: string
  today: string
  found: Found
}

const columns = ['when', 'who', 'where', 'what', 'subject', 'change'] as const

export const AuditPanel: FC<AuditProps> = ({ frame, filter, cursor, nextCursor, timeZone, today, found }) => {
  const { t, lang } = useView()
  const { place } = frame
  const whoName =
    found.people.find(({ accountId }) => accountId === filter.who)?.name ??
    found.items.find(({ accountId }) => accountId === filter.who)?.actor
  return (
    <main
      id="audit-panel"
      class={`grid min-h-0 min-w-0 ${found.entry ? '' : 'max-lg:block'} lg:grid-rows-[auto_auto_minmax(0,1fr)]`}
    >
      <header class="flex items-end gap-10 px-6 pt-5 pb-4 max-lg:hidden">
        <div>
          {found.entry ? (
            <p class="text-xl font-bold">{t('office.noun.audit')}</p>
          ) : (
            <h1 class="text-xl">{t('office.noun.audit')}</h1>
          )}
          <p class="num text-sm text-muted">{t('audit.lead')}</p>
        </div>
        <p class="num ms-auto text-sm text-muted">
          {t('audit.today_count', { count: numberText(found.todayCount, lang) })}
        </p>
      </header>
      <AuditFilters
        place={place}
        filter={filter}
        today={today}
        people={found.people}
        tablets={found.tablets}
        whoName={whoName}
        mayReadBrand={frame.rights.stores}
      />
      <div class={`grid min-h-0 ${found.entry ? 'lg:grid-cols-[minmax(0,1fr)_21rem]' : ''}`}>
        <div id="main" tabindex={-1} class={`min-h-0 overflow-y-auto ${found.entry ? 'max-lg:hidden' : ''}`}>
          {found.items.length === 0 ? (
            <div class="grid justify-items-center gap-4 px-6 py-20 text-center">
              <Icon name="scroll-text" class="size-10 text-muted" />
              <p>{t('audit.none')}</p>
              <a class="btn" href={auditHref(place, {})}>
                {t('audit.all')}
              </a>
            </div>
          ) : (
            <table class="ledger folds">
              <caption class="sr-only">{t('office.noun.audit')}</caption>
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th scope="col" {...(column === 'when' ? { 'aria-sort': 'descending' } : {})}>
                      {t(`audit.col.${column}`)}
                      {column === 'when' && <Icon name="arrow-down" class="ms-1 inline size-3.5 align-[-2px]" />}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.items.map((entry) => (
                  <AuditRow
                    entry={entry}
                    href={auditHref(place, filter, { cursor, entry: entry.id })}
                    timeZone={timeZone}
                    isCurrent={entry.id === found.entry?.id}
                    hasDay={filter.day !== undefined}
                  />
                ))}
              </tbody>
            </table>
          )}
          {nextCursor && (
            <p class="px-6 py-3 max-lg:px-4">
              <a class="act" href={auditHref(place, filter, { cursor: nextCursor })}>
                {t('audit.older')}
              </a>
            </p>
          )}
        </div>
        {found.entry && <AuditEntryPanel place={place} filter={filter} timeZone={timeZone} entry={found.entry} />}
      </div>
    </main>
  )
}

export const AuditPage: FC<AuditProps> = (props) => {
  const { place } = props.frame
  const up = props.found.entry ? auditHref(place, props.filter) : undefined
  return (
    <OfficeLayout frame={props.frame} noun="audit" title={useView().t('office.noun.audit')} up={up}>
      <AuditPanel {...props} />
    </OfficeLayout>
  )
}

export const auditScreen = { Page: AuditPage, Panel: AuditPanel }
