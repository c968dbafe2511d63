import type { FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { DayChoice, Others } from './day-choice'
import { csvHref, type LedgerFilter, ledgerHref, orderTypes, paymentStates, statusWords } from './order-filter'

type Place = { brandSlug: string; storeSlug: string }
type FiltersProps = { place: Place; filter: LedgerFilter; today: string; day: string; needsYou: number }

/** The filters as links: the URL is the state. */
export const OrderFilters: FC<FiltersProps> = ({ place, filter, today, day, needsYou }) => {
  const { t } = useView()
  const choice = (name: 'status' | 'type' | 'payment', values: readonly string[], word: (value: string) => string) => (
    <Choice
      id={`f-${name}`}
      label={t(`office.orders.filter.${name}`)}
      chosen={filter[name] && word(filter[name])}
      clear={ledgerHref(place, filter, { [name]: undefined })}
    >
      {values.map((value) => (
        <li>
          <a
            href={ledgerHref(place, filter, { [name]: value })}
            {...(filter[name] === value ? { 'aria-current': 'true' } : {})}
          >
            {word(value)}
          </a>
        </li>
      ))}
    </Choice>
  )
  const needs = filter.needs ? undefined : '1'
  return (
    <nav
      class="flex items-center gap-2 border-y border-line px-6 py-2.5 max-lg:overflow-x-auto max-lg:px-4"
      aria-label={t('office.orders.filters')}
    >
      <DayChoice place={place} filter={filter} today={today} day={day} />
      <a
        class={filter.needs ? 'chip is-on' : 'chip'}
        href={ledgerHref(place, filter, { needs })}
        {...(filter.needs ? { 'aria-current': 'true' } : {})}
      >
        {t('office.orders.needs_you')} <b class="num">{needsYou}</b>
        {filter.needs && <Icon name="x" class="size-4" />}
      </a>
      {choice('status', statusWords, (value) => t(`orders.status.${value}`))}
      {choice('type', orderTypes, (value) => t(`orders.type.${value}`))}
      {choice('payment', paymentStates, (value) => t(`office.payment_state.${value}`))}
      <Search place={place} filter={filter} />
      <a class="chip" href={csvHref(place, filter)} download="">
        <Icon name="download" class="size-4" />
        {t('office.orders.export')}
      </a>
    </nav>
  )
}

type ChoiceProps = PropsWithChildren<{ id: string; label: string; chosen?: string | undefined; clear: string }>

/** A chip that opens its values; with one chosen it carries it, and the cross takes it off. */
export const Choice: FC<ChoiceProps> = ({ id, label, chosen, clear, children }) => {
  const { t } = useView()
  if (chosen)
    return (
      <a class="chip is-on" href={clear}>
        <span class="sr-only">{t('office.orders.filter_off', { label })}</span>
        {chosen}
        <Icon name="x" class="size-4" />
      </a>
    )
  return (
    <>
      <button class="chip cursor-pointer" type="button" popovertarget={id}>
        {label}
        <Icon name="chevron-down" class="size-4 text-muted" />
      </button>
      <div class="drop" id={id} popover="auto">
        <ul>{children}</ul>
      </div>
    </>
  )
}

const Search: FC<{ place: Place; filter: LedgerFilter }> = ({ place, filter }) => {
  const { t } = useView()
  const { q, ...others } = filter
  return (
    <search class="ms-auto">
      <form
        method="get"
        action={paths.officeOrders.href({ brand: place.brandSlug, store: place.storeSlug })}
        hx-morph-skip
      >
        <Others filter={others} />
        <label class="input h-10 w-64 max-lg:h-11 max-lg:w-52">
          <span class="sr-only">{t('office.orders.search')}</span>
          <Icon name="search" class="size-4 text-muted" />
          <input
            class="text-sm"
            type="search"
            name="q"
            value={q ?? ''}
            maxlength={60}
            placeholder={t('office.orders.search')}
          />
        </label>
      </form>
    </search>
  )
}
