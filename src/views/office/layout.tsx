import type { FC, PropsWithChildren } from 'hono/jsx'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { Dock } from './dock'
import { Nouns } from './nouns'

/** What the office's frame shows on every page: where, who, what they may open, and how many sagas want a look. */
export type OfficeFrame = {
  place: { brandSlug: string; brandName: string; storeSlug: string; storeName: string }
  rights: { counter: boolean; kitchen: boolean; dispatch: boolean; sagas: boolean }
  /** P1-P4 as held here, or the wider role. */
  rank: 'boss' | 'brand_admin' | `p${string}`
  hasOtherPlaces: boolean
  stuckCount: number
}

export type NounName = 'orders' | 'sagas'

type OfficeLayoutProps = PropsWithChildren<{
  frame: OfficeFrame
  noun: NounName
  title: string
  /** On a phone: where back leads from a detail. */
  up?: string | undefined
  scripts?: string[]
}>

/** The office: nouns at the left, on a phone a bar above and the daily nouns under the thumb. */
export const OfficeLayout: FC<OfficeLayoutProps> = ({ frame, noun, title, up, scripts, children }) => {
  const { t } = useView()
  const place = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  return (
    <Document
      title={t('office.page_title', { title, store: frame.place.storeName })}
      stream={paths.officeStream.href(place)}
      scripts={['office.js', ...(scripts ?? [])]}
    >
      <div class="office">
        <OfficeBar title={t(`office.noun.${noun}`)} store={frame.place.storeName} up={up} />
        <Nouns frame={frame} noun={noun} />
        {children}
        <Dock frame={frame} noun={noun} />
      </div>
    </Document>
  )
}

const OfficeBar: FC<{ title: string; store: string; up?: string | undefined }> = ({ title, store, up }) => {
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
    </header>
  )
}
