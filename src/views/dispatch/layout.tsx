import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { paths } from '../paths'
import { accentOf } from '../ui/accent'
import { Document } from '../ui/document'
import { Freshness } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { LanguageLink } from '../ui/language-link'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

export const DispatchLayout: FC<PropsWithChildren<{ place: Place }>> = ({ place, children }) => {
  const { t, lang } = useView()
  return (
    <Document
      title={t('dispatch.page_title', { store: textIn(place.storeName, lang, place.defaultLang) })}
      stream={paths.dispatchStream.href({ brand: place.brandSlug, store: place.storeSlug })}
      keepsListening
      accent={accentOf(place)}
      scripts={['dispatch.js']}
      refreshWithoutScript={30}
    >
      {children}
    </Document>
  )
}

/** Whose deliveries these are, and whether the page can be believed. */
export const RoadBar: FC<{ place: Place }> = ({ place }) => {
  const { t, lang, tablet } = useView()
  return (
    <header class="road-bar">
      <span class="seal size-9 rounded-lg text-lg" aria-hidden="true">
        {place.seal}
      </span>
      <p class="min-w-0 truncate font-bold">
        {t('dispatch.title')}{' '}
        <span class="font-normal text-muted">{textIn(place.storeName, lang, place.defaultLang)}</span>
      </p>
      <Freshness class="ms-auto text-xs" timeZone={place.timeZone} />
      {tablet && (
        <a
          class="grid min-h-11 min-w-11 place-items-center"
          href={paths.counterPin.href({ brand: place.brandSlug, store: place.storeSlug })}
          aria-label={t('tablet.switch')}
        >
          <Icon name="users-round" />
        </a>
      )}
      <LanguageLink />
    </header>
  )
}
