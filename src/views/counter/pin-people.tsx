import type { FC } from 'hono/jsx'
import type { PinPerson } from '../../domain/people/pins/queries'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { clockText } from '../ui/words'
import type { PinProps } from './pin'
import { slugsOf } from './slugs'

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
      {you ? (
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
      ) : (
        <a class="btn btn-ghost" href={paths.signIn.href({}, { back })}>
          {t('tablet.pin.password')}
        </a>
      )}
    </div>
  )
}
