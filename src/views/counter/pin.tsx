import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OpenNow } from '../../domain/orders/open-now'
import type { PinPerson } from '../../domain/people/pins/queries'
import { paths } from '../paths'
import { accentOf } from '../ui/accent'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import { PinPad } from './pin-pad'
import { PinPeople } from './pin-people'
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

/** Who works on: a name, then its PIN. */
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
