import type { FC } from 'hono/jsx'
import type { AuditPage } from '../../domain/audit/queries'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { type AuditUrl, auditAreas, auditCsvHref, auditHref } from './audit-filter'
import { dayText } from './day'
import { Others } from './day-choice'
import { Choice } from './order-filters'

type FiltersProps = {
  place: { brandSlug: string; storeSlug: string; storeName: string }
  filter: AuditUrl
  today: string
  people: AuditPage['people']
  tablets: AuditPage['tablets']
  /** The chosen person's name, also when they no longer work here. */
  whoName: string | undefined
  mayReadBrand: boolean
}

/** Who, what, where, when: links, the URL is the state. */
export const AuditFilters: FC<FiltersProps> = (props) => {
  const { t } = useView()
  const { place, filter, today, people, tablets, whoName, mayReadBrand } = props
  const link = (change: AuditUrl, word: string, isOn: boolean) => (
    <li>
      <a href={auditHref(place, filter, change)} {...(isOn ? { 'aria-current': 'true' } : {})}>
        {word}
      </a>
    </li>
  )
  const who = filter.who === 'system' ? t('office.actor.system') : filter.who && (whoName ?? t('audit.someone'))
  return (
    <nav
      class="flex items-center gap-2 border-y border-line px-6 py-2.5 max-lg:sticky max-lg:top-14 max-lg:z-10 max-lg:overflow-x-auto max-lg:border-t-0 max-lg:bg-paper max-lg:px-4"
      aria-label={t('audit.filters')}
    >
      <When place={place} filter={filter} today={today} />
      <Choice id="f-who" label={t('audit.col.who')} chosen={who} clear={auditHref(place, filter, { who: undefined })}>
        {people.map(({ accountId, name }) => link({ who: accountId }, name, filter.who === accountId))}
        {link({ who: 'system' }, t('office.actor.system'), filter.who === 'system')}
      </Choice>
      <Choice
        id="f-what"
        label={t('audit.col.what')}
        chosen={filter.what && t(`audit.area.${filter.what}`)}
        clear={auditHref(place, filter, { what: undefined })}
      >
        {auditAreas.map((area) => link({ what: area }, t(`audit.area.${area}`), filter.what === area))}
      </Choice>
      {tablets.length > 0 && (
        <Choice
          id="f-device"
          label={t('audit.tablet')}
          chosen={filter.device && (tablets.find(({ id }) => id === filter.device)?.name ?? t('audit.tablet'))}
          clear={auditHref(place, filter, { device: undefined })}
        >
          {tablets.map(({ id, name }) => link({ device: id }, name, filter.device === id))}
        </Choice>
      )}
      {mayReadBrand && (
        <Choice
          id="f-where"
          label={place.storeName}
          chosen={filter.where && t('audit.every_store')}
          clear={auditHref(place, filter, { where: undefined })}
        >
          {link({ where: 'brand' }, t('audit.every_store'), false)}
        </Choice>
      )}
      <a class="chip lg:ms-auto" href={auditCsvHref(place, filter)} download="">
        <Icon name="download" class="size-4" />
        {t('audit.export')}
      </a>
    </nav>
  )
}

const When: FC<Pick<FiltersProps, 'place' | 'filter' | 'today'>> = ({ place, filter, today }) => {
  const { t, lang } = useView()
  const { day, ...others } = filter
  if (day)
    return (
      <a class="chip is-on" href={auditHref(place, others)}>
        <span class="num">{dayText(day, lang)}</span>
        {day === today && ` ${t('audit.today')}`}
        <Icon name="x" class="size-4" />
      </a>
    )
  return (
    <>
      <button class="chip cursor-pointer" type="button" popovertarget="f-day">
        {t('audit.col.when')}
        <Icon name="chevron-down" class="size-4 text-muted" />
      </button>
      <div class="drop" id="f-day" popover="auto">
        <ul>
          <li>
            <a href={auditHref(place, filter, { day: today })}>{t('audit.today')}</a>
          </li>
        </ul>
        <form class="flex items-end gap-2 border-t border-line p-3" method="get" action={auditHref(place, {})}>
          <Others filter={others} />
          <div class="field">
            <label for="f-day-input">{t('audit.other_day')}</label>
            <input class="input num min-w-44" id="f-day-input" type="date" name="day" max={today} required />
          </div>
          <button class="btn" type="submit">
            {t('audit.show_day')}
          </button>
        </form>
      </div>
    </>
  )
}
