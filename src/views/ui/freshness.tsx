import type { FC } from 'hono/jsx'
import { Around, hole } from './around'
import { Icon } from './icon'
import { useView } from './view'

/**
 * Attributes of a panel that keeps itself fresh: it fetches itself on the named stream events, when `freshness.ts` asks,
 * and every 15 s whatever happens (R35, R40). A failing answer leaves what is shown.
 */
export const livePanel = (url: string, events: readonly string[]) => ({
  'data-live': '',
  'hx-get': url,
  'hx-trigger': [...[...events, 'probe'].map((event) => `${event} from:body`), 'every 15s'].join(', '),
  'hx-swap': 'outerMorph',
  'hx-config': 'timeout:8s',
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
})

/** Attributes of a form whose answer is the panel anew. Refusals (422) come as the panel with words. */
export const panelForm = (action: string, panel: string) => ({
  method: 'post' as const,
  action,
  'hx-post': action,
  'hx-target': `#${panel}`,
  'hx-swap': 'outerMorph',
  'hx-status:404': 'swap:none',
  'hx-status:403': 'swap:none',
  'hx-status:429': 'swap:none',
  'hx-status:5xx': 'swap:none',
})

/** The light and the seconds since the last sign of life. `freshness.ts` fills it; without scripts it says when it was drawn. */
export const Freshness: FC<{ timeZone: string; class?: string }> = ({ timeZone, class: extra }) => {
  const { t, now } = useView()
  return (
    <p
      id="freshness"
      class={`freshness num ${extra ?? ''}`}
      data-now={now.getTime()}
      data-time-zone={timeZone}
      hx-morph-skip
    >
      <span class="light"></span>
      <span class="when-unwatched text-muted">{t('ui.fresh_unwatched')}</span>
      <span class="when-live">
        {t('ui.fresh_live')}{' '}
        <Around class="text-muted" words={t('ui.fresh_ago', { seconds: hole })} fill="data-fresh-seconds" />
      </span>
      <span class="when-polling">
        {t('ui.fresh_polling')}{' '}
        <Around class="text-muted" words={t('ui.fresh_ago', { seconds: hole })} fill="data-fresh-seconds" />
      </span>
      <Around
        class="when-stale font-bold text-bad"
        words={t('ui.fresh_stale', { seconds: hole })}
        fill="data-fresh-seconds"
      />
    </p>
  )
}

/** The red banner over a page that stands still: since when, what to do meanwhile, and a way to try again now. */
export const StaleBar: FC<{ advice: string }> = ({ advice }) => {
  const { t } = useView()
  return (
    <section class="stalebar" role="alert" id="stalebar" hx-morph-skip>
      <Icon name="wifi-off" class="size-14" />
      <div>
        <h2 class="stalebar-title">
          <Around class="num" words={t('ui.stale_title', { time: hole })} fill="data-fresh-since" />
        </h2>
        <p class="stalebar-advice num">
          {advice}
          <Around words={t('ui.stale_retrying', { attempt: hole })} fill="data-fresh-attempt" />
        </p>
      </div>
      <button class="btn btn-xl ms-auto border-0" type="button" data-retry>
        {t('ui.stale_retry')}
      </button>
    </section>
  )
}
