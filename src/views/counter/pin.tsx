import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OpenNow } from '../../domain/orders/open-now'
import type { PinPerson } from '../../domain/people/pins/queries'
import { paths } from '../paths'
import { accentOf } from '../ui/accent'
import { Document } from '../ui/document'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { clockText, textIn } from '../ui/words'
import { PinPad } from './pin-pad'
import { slugsOf } from './slugs'

export type PinProps = {
  place: Place
  /** The tablet's name. */
  tablet: string
  people: PinPerson[]
  open: OpenNow
  /** Whose PIN is asked for. */
  chosen: PinPerson | null
  /** Where the work goes on afterwards. */
  back: string
  /** The account that is on now. */
  you: string | null
  /** Why the last try was refused, in words. */
  problem?: string | undefined
}

/** Who may work here: one touch, then the PIN. Keeps itself fresh. */
export const PinPeople: FC<PinProps> = (props) => {
  const { t } = useView()
  const { place, people, chosen, back } = props
  const url = paths.counterPin.href(slugsOf(place), { who: chosen?.accountId, back })
  return (
    <section
      id="pin-people"
      class="flex min-h-0 flex-col overflow-y-auto p-8 max-md:overflow-visible max-md:px-4"
      aria-labelledby="who-h"
      {...livePanel(url, ['tablets'])}
    >
      <h1 class="text-xl" id="who-h">
        {t('tablet.pin.title')}
      </h1>
      <p class="text-muted">{t(people.length > 0 ? 'tablet.pin.lead' : 'tablet.pin.nobody')}</p>
      <div class="mt-6 grid flex-1 auto-rows-[clamp(9rem,50dvh-10rem,15.5rem)] grid-cols-3 content-start gap-3 max-md:auto-rows-auto max-md:grid-cols-2">
        {people.map((person) => (
          <Face {...props} person={person} />
        ))}
      </div>
      <Still {...props} />
    </section>
  )
}

const Face: FC<PinProps & { person: PinPerson }> = ({ person, chosen, place, back }) => {
  const view = useView()
  const { t, lang } = view
  const { accountId, name, hasPin, isLocked, onSince, lastSignInAt } = person
  const isChosen = chosen?.accountId === accountId
  const said = !hasPin
    ? { class: 'text-wait', text: t('tablet.pin.not_set') }
    : isLocked
      ? { class: 'text-bad', text: t('tablet.pin.is_locked') }
      : {
          class: isChosen ? '' : 'text-muted',
          text: onSince
            ? t('tablet.pin.on_now', { clock: clockText(onSince, lang, place.timeZone) })
            : lastSignInAt
              ? whenText(view, lastSignInAt, place.timeZone)
              : t('tablet.pin.first_time'),
        }
  return (
    <a
      class="tender content-center gap-1 py-4"
      href={paths.counterPin.href(slugsOf(place), { who: accountId, back })}
      {...(isChosen ? { 'aria-current': 'true' as const } : {})}
    >
      <span class={`face mb-1 size-16 rounded-box text-2xl ${hasPin ? '' : 'is-asked'}`} aria-hidden="true">
        {[...name][0]?.toUpperCase()}
      </span>
      <span class="max-w-full truncate px-3">{name}</span>
      <small class={`num ${said.class}`}>{said.text}</small>
    </a>
  )
}

/** What goes on whoever is next; and leaving the tablet to nobody. */
const Still: FC<PinProps> = ({ place, open, back, you }) => {
  const { t, lang } = useView()
  const few = open.oldest.map(({ number, total, currency }) => `${number ?? '—'} ${moneyText(total, lang, currency)}`)
  const rest = open.count > few.length ? '…' : ''
  return (
    <div class="mt-6 flex flex-wrap items-center gap-4 border-t border-line pt-5">
      <Icon name="receipt-text" class="text-muted" />
      <p class="min-w-48 flex-1 leading-6">
        {open.count > 0 ? t('tablet.pin.open', { count: open.count }) : t('tablet.pin.none_open')}
        <span class="num block text-sm text-muted">{few.join(t('tablet.pin.comma')) + rest}</span>
      </p>
      {you && (
        <>
          <a class="btn btn-ghost" href={back}>
            {t('tablet.pin.keep_on')}
          </a>
          <form method="post" action={paths.counterLock.href(slugsOf(place))}>
            <input type="hidden" name="back" value={back} />
            <button class="btn" type="submit">
              <Icon name="lock" />
              {t('tablet.pin.lock')}
            </button>
          </form>
        </>
      )}
    </div>
  )
}

export const PinPage: FC<PinProps> = (props) => {
  const { t, lang, now } = useView()
  const { place, tablet } = props
  const store = textIn(place.storeName, lang, place.defaultLang)
  return (
    <Document
      title={t('tablet.pin.page_title', { store })}
      stream={paths.counterPinStream.href(slugsOf(place))}
      keepsListening
      accent={accentOf(place)}
      scripts={['pin.js']}
    >
      <div class="counter counter-flows">
        <header class="topbar">
          <p class="flex items-center gap-3 pe-4 font-bold">
            <span class="seal size-9 rounded-lg text-lg" aria-hidden="true">
              {place.seal}
            </span>
            {store}
          </p>
          <p class="flex min-w-0 items-center gap-2 text-sm text-muted">
            <Icon name="tablet" />
            <span class="truncate">{tablet}</span>
          </p>
          <div class="ms-auto flex items-center gap-4 ps-4 text-sm">
            <LanguageLink class="btn btn-ghost h-full" />
            <p
              class="live freshness text-sm max-md:hidden"
              role="status"
              data-now={now.getTime()}
              data-time-zone={place.timeZone}
            >
              <span class="when-unwatched">{t('ui.fresh_unwatched')}</span>
              <span class="when-live">{t('counter.connected')}</span>
              <span class="when-polling">{t('counter.polling')}</span>
              <span class="when-stale">{t('counter.stale')}</span>
            </p>
            <span class="num font-bold" data-clock>
              {clockText(now, lang, place.timeZone)}
            </span>
          </div>
        </header>
        <div></div>
        <main id="main" class="grid min-h-0 grid-cols-[minmax(0,1fr)_25rem] max-md:grid-cols-1">
          <PinPeople {...props} />
          <PinPad {...props} />
        </main>
      </div>
    </Document>
  )
}
