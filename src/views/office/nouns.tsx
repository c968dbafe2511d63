import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon, type IconName } from '../ui/icon'
import { PlaceSwitch, ProductLink, ReaderFoot } from '../ui/nouns'
import { useView } from '../ui/view'
import { StuckBubble } from './bubble'
import type { NounName, OfficeFrame } from './layout'

export type Noun = { name: string; icon: IconName; href: string; isCurrent: boolean; count?: number }

/** The nouns that work in this office for this reader, and the rooms next door. */
export function nounsOf(frame: OfficeFrame, current: NounName): { daily: Noun[]; watch: Noun[]; rooms: Noun[] } {
  const place = { brand: frame.place.brandSlug, store: frame.place.storeSlug }
  const { rights } = frame
  const room = (may: boolean, noun: Omit<Noun, 'isCurrent'>): Noun[] => (may ? [{ ...noun, isCurrent: false }] : [])
  const noun = (may: boolean, name: NounName, icon: IconName, href: string): Noun[] =>
    may ? [{ name, icon, href, isCurrent: current === name }] : []
  return {
    daily: [
      ...noun(rights.orders, 'orders', 'receipt-text', paths.officeOrders.href(place)),
      ...noun(rights.customers, 'customers', 'users-round', paths.officeCustomers.href(place)),
      ...noun(rights.staff, 'staff', 'id-card', paths.officeStaff.href(place)),
      ...noun(rights.stores, 'stores', 'store', paths.officeStores.href(place)),
    ],
    watch: [
      ...noun(rights.sagas, 'sagas', 'workflow', paths.officeSagas.href(place)).map((it) => ({
        ...it,
        count: frame.stuckCount,
      })),
      ...noun(rights.staff, 'audit', 'scroll-text', paths.officeAudit.href(place)),
    ],
    rooms: [
      ...room(rights.counter, { name: 'counter', icon: 'monitor', href: paths.counterQueue.href(place) }),
      ...room(rights.kitchen, { name: 'kitchen', icon: 'utensils', href: paths.kitchenBoard.href(place) }),
      ...room(rights.dispatch, { name: 'dispatch', icon: 'scooter', href: paths.dispatch.href(place) }),
    ],
  }
}

/** Where the office opens for this reader. */
export const firstNoun = (frame: OfficeFrame): string => nounsOf(frame, 'orders').daily[0]?.href ?? paths.desks.href({})

export const Nouns: FC<{ frame: OfficeFrame; noun: NounName }> = ({ frame, noun }) => {
  const { t } = useView()
  const { daily, watch, rooms } = nounsOf(frame, noun)
  return (
    <nav class="nouns" aria-label={t('office.office')}>
      <ProductLink />
      <StoreSwitch frame={frame} />
      <List nouns={daily} class="mt-4" />
      <List nouns={watch} class="mt-4 border-t border-line pt-4" />
      <List nouns={rooms} class="mt-4 border-t border-line pt-4" />
      <ReaderFoot rank={rankText(t, frame.rank)} />
    </nav>
  )
}

const StoreSwitch: FC<{ frame: OfficeFrame }> = ({ frame }) => {
  const { t } = useView()
  const name = (
    <span class="leading-5">
      {frame.place.storeName}
      <span class="block text-xs font-normal text-muted">{frame.place.brandName}</span>
    </span>
  )
  if (!frame.hasOtherPlaces) return <p class="mt-5 flex h-12 items-center px-3 text-sm font-bold">{name}</p>
  return <PlaceSwitch title={t('office.switch_store')}>{name}</PlaceSwitch>
}

const List: FC<{ nouns: Noun[]; class: string }> = ({ nouns, class: extra }) => {
  const { t } = useView()
  if (nouns.length === 0) return null
  return (
    <ul class={`grid gap-0.5 ${extra}`}>
      {nouns.map((noun) => (
        <li>
          <a href={noun.href} {...(noun.isCurrent ? { 'aria-current': 'page' } : {})}>
            <Icon name={noun.icon} />
            {t(`office.noun.${noun.name}`)}
            {noun.count !== undefined && <StuckBubble spot="nouns" count={noun.count} />}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** 'p134' is P1 P3 P4. */
export const rankText = (t: (key: string) => string, rank: OfficeFrame['rank']): string =>
  rank === 'boss' || rank === 'brand_admin'
    ? t(`office.rank.${rank}`)
    : [...rank.slice(1)].map((n) => `P${n}`).join(' ')
