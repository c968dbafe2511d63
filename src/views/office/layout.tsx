import type { Child, FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { Dock } from './dock'
import { Nouns } from './nouns'

/** What the office's frame shows on every page: where, who, what they may open, and how many sagas want a look. */
export type OfficeFrame = {
  place: { brandSlug: string; brandName: string; storeSlug: string; storeName: string }
  rights: Record<'orders' | 'customers' | 'staff' | 'stores' | 'counter' | 'kitchen' | 'dispatch' | 'sagas', boolean>
  /** P1-P4 as held here, or the wider role. */
  rank: 'boss' | 'brand_admin' | `p${string}`
  hasOtherPlaces: boolean
  stuckCount: number
}

export type NounName = 'orders' | 'sagas' | 'customers' | 'staff' | 'stores' | 'audit'

type OfficeLayoutProps = PropsWithChildren<{
  frame: OfficeFrame
  noun: NounName
  title: string
  /** On a phone: where back leads from a detail. */
  up?: string | undefined
  scripts?: string[]
  /** On a phone: what the page's own acts are, at the right of the bar. */
  acts?: Child
}>

/** The office: nouns at the left, on a phone a bar above and the daily nouns under the thumb. */
export const OfficeLayout: FC<OfficeLayoutProps> = ({ frame, noun, title, up, scripts, acts, children }) => {
  const { t } = useView()
  const place = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  return (
    <Document
      title={t('office.page_title', { title, store: frame.place.storeName })}
      stream={frame.rights.orders ? paths.officeStream.href(place) : undefined}
      scripts={['office.js', ...(scripts ?? [])]}
    >
      <div class="office">
        <OfficeBar title={t(`office.noun.${noun}`)} store={frame.place.storeName} up={up} acts={acts} />
        <Nouns frame={frame} noun={noun} />
        {children}
        <Dock frame={frame} noun={noun} />
      </div>
    </Document>
  )
}

type OfficeBarProps = { title: string; store: string; up?: string | undefined; acts?: Child }

const OfficeBar: FC<OfficeBarProps> = ({ title, store, up, acts }) => {
  const { t } = useView()
  return (
    <header class="officebar">
      {up && (
        <a class="btn btn-ghost btn-square" href={up} aria-label={t('office.back')}>
          <Icon name="arrow-left" />
        </a>
      )}
      <div class={`flex min-w-0 items-baseline gap-2 ${up ? '' : 'ps-3'}`}>
        {up ? <p class="text-lg font-bold">{title}</p> : <h1 class="text-lg">{title}</h1>}
        <span class="truncate text-sm text-muted">{store}</span>
      </div>
      {acts && <span class="ms-auto flex pe-1">{acts}</span>}
    </header>
  )
}
