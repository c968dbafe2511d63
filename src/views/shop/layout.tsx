import type { FC, PropsWithChildren } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import { accentOf } from '../ui/accent'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { useStoreName } from './text'

type ShopLayoutProps = PropsWithChildren<{
  title: string
  /** The store whose name and colours the page wears. */
  place: Pick<Place, 'brandSlug' | 'accent' | 'brandName' | 'storeName' | 'defaultLang'>
  stream?: string
  skipTo?: string
}>

/** A customer's page of one store. `#sheet` is where dialogs open, `#said` what a reader who cannot see is told. */
export const ShopLayout: FC<ShopLayoutProps> = ({ title, place, stream, skipTo, children }) => (
  <Document
    title={title}
    accent={accentOf(place)}
    stream={stream}
    scripts={['shop.js']}
    {...(skipTo ? { skipTo } : {})}
  >
    {children}
    <div id="sheet"></div>
    <p id="said" class="sr-only" role="status"></p>
    <p id="failed" class="notice notice-bad failed" role="alert" hidden>
      <Icon name="wifi-off" />
      <span>{useView().t('shop.failed')}</span>
    </p>
  </Document>
)

/** The bar over a page that one goes back from. */
export const BackBar: FC<{
  title: string
  back: string
  backLabel: string
  place: Parameters<typeof useStoreName>[0]
  sticky?: boolean
}> = ({ title, back, backLabel, place, sticky }) => (
  <header class={sticky ? 'sticky top-0 z-20 bg-paper' : ''}>
    <div class="mx-auto flex h-14 max-w-[40rem] items-center px-1">
      <a class="btn btn-ghost btn-square" href={back} aria-label={backLabel}>
        <Icon name="arrow-left" />
      </a>
      <h1 class="text-lg">{title}</h1>
      <p class="ms-auto min-w-0 truncate ps-3 pe-3 text-sm text-muted">{useStoreName(place)}</p>
    </div>
  </header>
)

/** A page's title with whose it is. */
export function useTitle(title: string, place: Parameters<typeof useStoreName>[0]): string {
  return useView().t('shop.page_title', { title, name: useStoreName(place) })
}
