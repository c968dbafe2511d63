import type { FC } from 'hono/jsx'
import type { DaySpan, Openness } from '../../domain/brands/hours'
import type { Store } from '../../domain/brands/store-view'
import type { OrderType } from '../../domain/cart/price-cart'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Modes } from './modes'
import { closedReason, hoursText, openingText, weekdayText } from './opening'
import { useTexts } from './text'

export type Day = { weekday: number; spans: DaySpan[] }

/** A store with what its header says: whether it is open, and the hours behind that. */
export type Front = { store: Store; openness: Openness; today: Day; tomorrow: Day }

export const StoreHeader: FC<{ front: Front; orderType: OrderType }> = ({ front, orderType }) => {
  const { t } = useView()
  const { store } = front
  const text = useTexts(store.defaultLang)
  const action = paths.cartOrderType.href({ brand: store.brandSlug, store: store.storeSlug })
  return (
    <header class="mx-auto max-w-[80rem] px-4 pt-4 md:px-8 lg:pt-6">
      <div class="grid grid-cols-[1fr_auto] gap-4 lg:grid-cols-[1fr_24rem_auto] lg:items-center lg:gap-8">
        <div class="flex min-w-0 items-start gap-3">
          <span class="seal" aria-hidden="true">
            {store.seal}
          </span>
          <div class="min-w-0 flex-1">
            <h1 class="text-xl leading-8">
              {text(store.brandName)}
              <span class="ms-2 text-sm font-normal text-muted">{text(store.storeName)}</span>
            </h1>
            <Opening front={front} />
          </div>
        </div>
        <AccountNav />
        <form
          class="col-span-2 lg:col-span-1"
          method="post"
          action={action}
          hx-post={action}
          hx-trigger="change"
          hx-swap="none"
          hx-sync="this:replace"
        >
          <fieldset>
            <legend class="sr-only">{t('shop.mode.legend')}</legend>
            <Modes store={store} chosen={orderType} inputs={{ autocomplete: 'off' }} />
          </fieldset>
          <noscript>
            <button class="btn btn-sm mt-2 w-full" type="submit">
              {t('shop.mode.change')}
            </button>
          </noscript>
        </form>
      </div>
      {store.announcements.map((words) => (
        <p class="mt-3 flex items-start gap-2 text-sm text-muted">
          <Icon name="megaphone" class="mt-0.5" />
          {text(words)}
        </p>
      ))}
    </header>
  )
}

/** Open or closed and until when; behind it the hours and the rule (R3). */
export const Opening: FC<{ front: Front }> = ({ front: { store, openness, today, tomorrow } }) => {
  const { t, lang, now } = useView()
  const reason = closedReason({ t, lang, now }, openness)
  const day = (when: 'today' | 'tomorrow', { weekday, spans }: Day) => (
    <div>
      <dt class="text-xs text-muted">{t(`shop.opening.${when}`, { day: weekdayText(lang, weekday) })}</dt>
      <dd class="num">{hoursText(t, spans)}</dd>
    </div>
  )
  return (
    <details class="group relative" id="opening">
      <summary class="-my-2.5 inline-flex items-center gap-1 py-2.5 text-sm leading-6">
        <span class="status" data-status={openness.open ? 'open' : 'closed'}>
          {openingText({ t, lang, now }, openness, store.timeZone)}
        </span>
        <Icon name="chevron-down" class="size-4 text-muted group-open:rotate-180" />
      </summary>
      <dl class="absolute z-30 mt-2 grid w-72 gap-2 rounded-box bg-card p-4 text-sm shadow-lift">
        {reason && (
          <div>
            <dt class="text-xs text-muted">{t('shop.opening.reason')}</dt>
            <dd>{reason}</dd>
          </div>
        )}
        {day('today', today)}
        {openness.open && openness.lastOrderAt && store.lastOrderMinutes > 0 && (
          <div>
            <dt class="text-xs text-muted">{t('shop.opening.last_order_label')}</dt>
            <dd class="num">
              {t('shop.opening.last_order_at', {
                clock: clockText(openness.lastOrderAt, lang, store.timeZone),
                minutes: store.lastOrderMinutes,
              })}
            </dd>
          </div>
        )}
        {day('tomorrow', tomorrow)}
      </dl>
    </details>
  )
}

/** The other language, where there is one, and the way to one's own. */
export const AccountNav: FC = () => {
  const { t, lang, languages, here, reader } = useView()
  const other = lang === 'en' ? ({ code: 'zh-Hant', tag: 'zh-Hant-TW' } as const) : ({ code: 'en', tag: 'en' } as const)
  return (
    <nav class="-me-3 flex lg:order-last" aria-label={t('shop.nav')}>
      {languages.length > 1 && (
        <a
          class="btn btn-ghost btn-square text-sm"
          href={paths.language.href({ lang: other.code }, { back: here })}
          lang={other.tag}
          hreflang={other.tag}
          rel="nofollow"
          aria-label={t('ui.language')}
        >
          {t('shop.language_short')}
        </a>
      )}
      <a
        class="btn btn-ghost btn-square"
        href={reader ? paths.account.href({}) : paths.signIn.href({}, { back: here })}
        aria-label={t(reader ? 'account.title' : 'shop.sign_in')}
      >
        <Icon name="user-round" />
      </a>
    </nav>
  )
}
