import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { slugsOf } from './slugs'

/** Sound, pause, freshness, who is here, what time it is. */
export const BarState: FC<{ place: Place; isPaused: boolean }> = ({ place, isPaused }) => {
  const { t, lang, now, reader, tablet } = useView()
  return (
    <div class="flex items-center gap-3 ps-3 text-sm">
      <button
        class="bar-act bar-locked"
        type="button"
        id="sound"
        data-sound
        hidden
        hx-morph-skip
        aria-label={t('counter.bell.locked')}
      >
        <Icon name="volume-x" />
        <span class="bar-wide">{t('counter.bell.locked')}</span>
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
      {tablet && <AtTablet place={place} />}
      <span class="num font-bold" data-clock>
        {clockText(now, lang, place.timeZone)}
      </span>
    </div>
  )
}

/** On a shared tablet: the next person, or nobody for now. */
const AtTablet: FC<{ place: Place }> = ({ place }) => {
  const { t } = useView()
  return (
    <>
      <a class="bar-act" href={paths.counterPin.href(slugsOf(place))} aria-label={t('tablet.switch')}>
        <Icon name="users-round" />
        <span class="bar-wide">{t('tablet.switch')}</span>
      </a>
      <form method="post" action={paths.counterLock.href(slugsOf(place))}>
        <button class="bar-act" type="submit" aria-label={t('tablet.pin.lock')}>
          <Icon name="lock" />
        </button>
      </form>
    </>
  )
}
