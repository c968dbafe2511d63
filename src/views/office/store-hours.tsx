import type { FC } from 'hono/jsx'
import type { StoreWeek } from '../../domain/brands/store-week'
import type { Lang } from '../../domain/shared/ctx'
import { paths } from '../paths'
import { FieldError } from '../ui/form'
import { useView } from '../ui/view'
import { dateText, textIn } from '../ui/words'
import { type OfficeFrame, OfficeLayout } from './layout'

/** Clocks as they stand in the form, '' where nothing was typed. */
export type TypedSpan = { opens: string; closes: string }
/** 0 is Sunday. */
export type TypedDay = { weekday: number; spans: TypedSpan[] }

export type StoreHoursProps = {
  frame: OfficeFrame
  store: StoreWeek
  defaultLang: Lang
  days: TypedDay[]
  /** The day that cannot be read. */
  wrongDay: number | undefined
  isSaved: boolean
}

const sunday = Date.UTC(2024, 0, 7)
const dayMs = 86_400_000

export const StoreHoursPanel: FC<StoreHoursProps> = ({ frame, store, defaultLang, days, wrongDay, isSaved }) => {
  const { t, lang } = useView()
  const at = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  const action = paths.officeStoreHours.href({ ...at, id: store.storeId })
  return (
    <main id="main" tabindex={-1} class="mx-auto w-full max-w-[40rem] px-4 pt-5 pb-28 lg:overflow-y-auto">
      <h1 class="text-xl leading-8">{t('office.hours.title')}</h1>
      <p class="text-sm text-muted">
        {textIn(store.name, lang, defaultLang)} {!store.isActive && <span class="tag">{t('staff.stores.closed')}</span>}
      </p>
      <form
        class="mt-5"
        method="post"
        action={action}
        hx-post={action}
        hx-target="#main"
        hx-swap="outerHTML focusScroll:true"
        hx-disable="find button[type=submit]"
        novalidate
      >
        <p class="text-sm text-muted">{t('office.hours.lead')}</p>
        {days.map((day) => (
          <Day day={day} isWrong={wrongDay === day.weekday} />
        ))}
        <p class="mt-5 flex flex-wrap items-center gap-3">
          <button class="btn btn-primary max-lg:flex-1" type="submit">
            {t('office.hours.save')}
          </button>
          <a class="btn max-lg:flex-1" href={paths.officeStores.href(at)}>
            {t(isSaved ? 'office.hours.done' : 'office.hours.leave')}
          </a>
          <span class="text-sm text-muted max-lg:w-full" role="status">
            {isSaved ? t('office.hours.saved') : ''}
          </span>
        </p>
      </form>
    </main>
  )
}

/** One day: from when to when, as often as it opens. Two empty clocks say nothing, a day of them is closed. */
const Day: FC<{ day: TypedDay; isWrong: boolean }> = ({ day: { weekday, spans }, isWrong }) => {
  const { t, lang } = useView()
  const name = dateText(new Date(sunday + weekday * dayMs), lang, 'UTC', { weekday: 'long' })
  const error = isWrong ? t('office.hours.bad') : undefined
  const isClosed = spans.every(({ opens, closes }) => opens === '' && closes === '')
  const clock = (which: 'opens' | 'closes', value: string, row: number) => (
    <input
      class="input num min-w-0 flex-1"
      type="time"
      name={`${which}.${weekday}`}
      value={value}
      aria-label={t(`office.hours.${which}`, { day: name, n: row + 1 })}
      {...(isWrong ? { 'aria-invalid': 'true', 'aria-describedby': `e-day-${weekday}` } : {})}
    />
  )
  return (
    <fieldset class="grid gap-x-4 gap-y-2 border-b border-line py-3 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <legend class="sr-only">{name}</legend>
      <p class="leading-6 font-bold sm:pt-2.5" aria-hidden="true">
        {name}
        {isClosed && (
          <span class="ms-2 text-sm font-normal text-muted sm:ms-0 sm:block">{t('office.hours.closed')}</span>
        )}
      </p>
      <div class="grid gap-2">
        {spans.map(({ opens, closes }, row) => (
          <div class="flex items-center gap-2">
            {clock('opens', opens, row)}
            <span class="text-muted" aria-hidden="true">
              –
            </span>
            {clock('closes', closes, row)}
          </div>
        ))}
        <FieldError id={`e-day-${weekday}`} text={error} />
      </div>
    </fieldset>
  )
}

export const StoreHoursPage: FC<StoreHoursProps> = (props) => {
  const { place } = props.frame
  const up = paths.officeStores.href({ brand: place.brandSlug, store: place.storeSlug })
  return (
    <OfficeLayout frame={props.frame} noun="stores" title={useView().t('office.hours.title')} up={up}>
      <StoreHoursPanel {...props} />
    </OfficeLayout>
  )
}

export const storeHoursScreen = { Page: StoreHoursPage, Panel: StoreHoursPanel }
