import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'

export type Tab = 'queue' | 'stock'

/** What stands above every counter page. */
export type BarProps = {
  place: Place
  tab: Tab | null
  /** Ids of the orders that ring. */
  ringing: string[]
  pausedUntil: Date | null
  pauseReason: string | null
  /** What was looked for, to stand in the field again. */
  sought?: string
}

export const slugsOf = (place: Place) => ({ brand: place.brandSlug, store: place.storeSlug })

/** Seal, ways, the field that finds, freshness, who is here. Fetches itself on pages that do not carry it along. */
export const Bar: FC<BarProps & { isOwnPanel: boolean }> = (props) => {
  const { place, isOwnPanel, pausedUntil } = props
  const { now } = useView()
  const isPaused = pausedUntil !== null && pausedUntil > now
  return (
    <div id="counter-bar" {...(isOwnPanel ? livePanel(paths.counterBar.href(slugsOf(place), { tab: props.tab ?? undefined }), ['orders', 'menu']) : {})}>
      <header class="topbar">
        <Whose place={place} />
        <Ways {...props} />
        <Find place={place} sought={props.sought} />
        <State place={place} isPaused={isPaused} />
      </header>
      {isPaused && <PauseStrip {...props} />}
    </div>
  )
}

const Whose: FC<{ place: Place }> = ({ place }) => (
  <p class="flex items-center gap-3 pe-4 font-bold">
    <span class="seal size-9 rounded-lg text-lg" aria-hidden="true">
      {place.seal}
    </span>
    {textIn(place.storeName, useView().lang, place.defaultLang)}
  </p>
)

const Ways: FC<BarProps> = ({ place, tab, ringing }) => {
  const { t } = useView()
  const slugs = slugsOf(place)
  const current = (which: Tab) => (tab === which ? { 'aria-current': 'page' as const } : {})
  return (
    <nav class="flex" aria-label={t('counter.desk')}>
      <a href={paths.counterQueue.href(slugs)} {...current('queue')}>
        {t('counter.queue')}
        {ringing.length > 0 && (
          <span class="bubble is-ringing" data-ringing={ringing.join(' ')} aria-label={t('counter.new_orders', { count: ringing.length })}>
            {ringing.length}
          </span>
        )}
      </a>
      <a href={paths.counterStock.href(slugs)} {...current('stock')}>
        {t('counter.stock.title')}
      </a>
      <a href={paths.kitchenBoard.href(slugs)}>{t('counter.kitchen')}</a>
      <a href={paths.dispatch.href(slugs)}>{t('counter.dispatch')}</a>
    </nav>
  )
}

/** A failing answer leaves what is shown. */
const quiet = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

const Find: FC<{ place: Place; sought: string | undefined }> = ({ place, sought }) => {
  const { t } = useView()
  const url = paths.counterSearch.href(slugsOf(place))
  return (
    <search class="find ms-auto">
      <form method="get" action={url} class="flex h-full min-w-0 flex-1 items-center gap-2.5">
        <label class="sr-only" for="counter-find">
          {t('counter.find_label')}
        </label>
        <Icon name="search" class="text-muted" />
        <input
          id="counter-find"
          type="search"
          name="q"
          value={sought}
          placeholder={t('counter.find')}
          autocomplete="off"
          enterkeyhint="search"
          data-find
          hx-get={url}
          hx-trigger="input changed delay:200ms"
          hx-target="#found-panel"
          hx-swap="outerHTML"
          {...quiet}
        />
      </form>
      <div id="found" hx-morph-skip>
        <div id="found-panel"></div>
      </div>
    </search>
  )
}

const State: FC<{ place: Place; isPaused: boolean }> = ({ place, isPaused }) => {
  const { t, lang, now, reader } = useView()
  return (
    <div class="flex items-center gap-3 ps-3 text-sm">
      <button class="bar-act bar-locked" type="button" id="sound" data-sound hidden hx-morph-skip>
        <Icon name="volume-x" />
        {t('counter.bell.locked')}
      </button>
      {!isPaused && (
        <button class="bar-act" type="button" popovertarget="pause-pop" aria-label={t('counter.pause.title')}>
          <Icon name="circle-pause" />
          <span class="bar-wide">{t('counter.pause.short')}</span>
        </button>
      )}
      <p class="live freshness text-sm" role="status" data-now={now.getTime()} data-time-zone={place.timeZone}>
        <span class="when-unwatched">{t('ui.fresh_unwatched')}</span>
        <span class="when-live">{t('counter.connected')}</span>
        <span class="when-polling">{t('counter.polling')}</span>
        <span class="when-stale">{t('counter.stale')}</span>
      </p>
      <button class="bar-act" type="button" popovertarget="reader-pop">
        {reader?.name}
      </button>
      <span class="num font-bold" data-clock>
        {clockText(now, lang, place.timeZone)}
      </span>
    </div>
  )
}

/** A longer pause is one for the rest of the day. */
const longMs = 2 * 3_600_000

/** Ordering stands still: until when, why, and the way to end it. */
const PauseStrip: FC<BarProps> = ({ place, pausedUntil, pauseReason }) => {
  const { t, lang, now } = useView()
  if (!pausedUntil) return null
  const isLong = pausedUntil.getTime() - now.getTime() > longMs
  const words = t(isLong ? 'counter.pause.until_reopened' : 'counter.pause.until', {
    time: clockText(pausedUntil, lang, place.timeZone),
  })
  return (
    <section class="strip strip-wait" aria-label={t('counter.pause.banner')}>
      <Icon name="circle-pause" />
      <p class="num">
        <b>{words}</b>
        {pauseReason && <span class="ms-3">{pauseReason}</span>}
      </p>
      <form method="post" action={paths.counterReopening.href(slugsOf(place))} class="ms-auto">
        <button class="btn" type="submit">
          <Icon name="play" />
          {t('counter.pause.resume')}
        </button>
      </form>
    </section>
  )
}
