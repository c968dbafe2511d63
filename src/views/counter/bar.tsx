import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { BarState } from './bar-state'
import { Find } from './find'
import { PauseStrip } from './pause-strip'
import { slugsOf } from './slugs'

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

/** Seal, ways, the field that finds, freshness, who is here. Fetches itself on pages that do not carry it along. */
export const Bar: FC<BarProps & { isOwnPanel: boolean }> = (props) => {
  const { place, isOwnPanel, pausedUntil } = props
  const { now } = useView()
  const isPaused = pausedUntil !== null && pausedUntil > now
  return (
    <div
      id="counter-bar"
      {...(isOwnPanel
        ? livePanel(paths.counterBar.href(slugsOf(place), { tab: props.tab ?? undefined }), ['orders', 'menu'])
        : {})}
    >
      <header class="topbar">
        <Whose place={place} />
        <Ways {...props} />
        <Find place={place} sought={props.sought} />
        <BarState place={place} isPaused={isPaused} />
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
          <span
            class="bubble is-ringing"
            role="img"
            data-ringing={ringing.join(' ')}
            aria-label={t('counter.new_orders', { count: ringing.length })}
          >
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
