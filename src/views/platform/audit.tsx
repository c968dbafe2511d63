import type { FC } from 'hono/jsx'
import type { PlatformAudit } from '../../domain/audit/entries'
import { paths } from '../paths'
import { ChangeLine } from '../ui/audit-change'
import { actionText, whoText } from '../ui/audit-words'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dateText } from '../ui/words'
import { PlatformLayout } from './layout'

/** What acts above the brands are about: the first word of every action there. */
export const platformAreas = ['staff', 'settings', 'invitation', 'brand', 'store'] as const

export type PlatformAuditUrl = {
  who?: string | undefined
  what?: (typeof platformAreas)[number] | undefined
  /** YYYY-MM-DD */
  day?: string | undefined
}

export type PlatformAuditProps = {
  found: PlatformAudit
  filter: PlatformAuditUrl
  nextCursor: string | null
  today: string
  timeZone: string
}

const isNarrowed = (filter: PlatformAuditUrl) => Object.values(filter).some((value) => value !== undefined)

const columns = ['when', 'who', 'what', 'subject', 'change'] as const

const PlatformAuditPanel: FC<PlatformAuditProps> = (props) => {
  const { t } = useView()
  const { found, filter, nextCursor, timeZone } = props
  return (
    <main
      id="main"
      tabindex={-1}
      class="grid min-h-0 min-w-0 grid-rows-[auto_auto_minmax(0,1fr)] max-lg:block max-lg:pb-24"
    >
      <header class="px-6 pt-5 pb-4 max-lg:px-4">
        <h1 class="text-xl max-lg:hidden">{t('platform.noun.audit')}</h1>
        <p class="text-sm text-muted">{t('platform.audit.lead')}</p>
      </header>
      <Filters {...props} />
      <div class="min-h-0 overflow-y-auto max-lg:overflow-visible">
        {found.items.length === 0 ? (
          <div class="grid justify-items-center gap-4 px-6 py-20 text-center">
            <Icon name="scroll-text" class="size-10 text-muted" />
            <p>{t('audit.none')}</p>
            {isNarrowed(filter) && (
              <a class="btn" href={paths.platformAudit.href({})}>
                {t('audit.all')}
              </a>
            )}
          </div>
        ) : (
          <table class="ledger folds">
            <caption class="sr-only">{t('platform.noun.audit')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col">{t(`audit.col.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.items.map((entry) => (
                <Row entry={entry} timeZone={timeZone} />
              ))}
            </tbody>
          </table>
        )}
        {nextCursor && (
          <p class="px-6 py-3 max-lg:px-4">
            <a class="act" href={paths.platformAudit.href({}, { ...filter, cursor: nextCursor })}>
              {t('audit.older')}
            </a>
          </p>
        )}
      </div>
    </main>
  )
}

const Row: FC<{ entry: PlatformAudit['items'][number]; timeZone: string }> = ({ entry, timeZone }) => {
  const { t, lang } = useView()
  const two = '2-digit' as const
  const clock = { year: 'numeric' as const, month: two, day: two, hour: two, minute: two, second: two }
  return (
    <tr>
      <th scope="row" class="num font-normal!">
        {dateText(entry.at, lang, timeZone, clock)}
      </th>
      <td>{whoText(t, entry)}</td>
      <td class="lead font-bold">{actionText(t, entry.action)}</td>
      <td class="lead subject">{entry.subject ?? ''}</td>
      <td class="grow num">
        <ChangeLine entry={entry} timeZone={timeZone} />
      </td>
    </tr>
  )
}

/** Who, what, when: a form that asks by its URL. */
const Filters: FC<PlatformAuditProps> = ({ found, filter, today }) => {
  const { t } = useView()
  const whole = paths.platformAudit.href({})
  const choice = (name: 'who' | 'what', values: [value: string, word: string][]) => (
    <div class="field max-lg:flex-1">
      <label for={`f-${name}`}>{t(`audit.col.${name}`)}</label>
      <select class="select min-w-36" id={`f-${name}`} name={name}>
        <option value="">{t('platform.audit.everything')}</option>
        {values.map(([value, word]) => (
          <option value={value} selected={filter[name] === value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form
      class="flex flex-wrap items-end gap-3 border-y border-line px-6 py-3 max-lg:px-4"
      method="get"
      action={whole}
      aria-label={t('audit.filters')}
    >
      {choice(
        'who',
        found.people.map(({ accountId, name }) => [accountId, name]),
      )}
      {choice(
        'what',
        platformAreas.map((area) => [area, t(`audit.area.${area}`)]),
      )}
      <div class="field max-lg:flex-1">
        <label for="f-day">{t('audit.col.when')}</label>
        <input class="input num min-w-40" id="f-day" type="date" name="day" max={today} value={filter.day ?? ''} />
      </div>
      <button class="btn" type="submit">
        {t('platform.audit.show')}
      </button>
      {isNarrowed(filter) && (
        <a class="act min-h-11" href={whole}>
          {t('audit.all')}
        </a>
      )}
    </form>
  )
}

const PlatformAuditPage: FC<PlatformAuditProps> = (props) => (
  <PlatformLayout noun="audit" title={useView().t('platform.noun.audit')}>
    <PlatformAuditPanel {...props} />
  </PlatformLayout>
)

export const platformAuditScreen = { Page: PlatformAuditPage, Panel: PlatformAuditPanel }
