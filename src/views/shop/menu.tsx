import type { Child, FC } from 'hono/jsx'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { addForm } from './box'
import type { CartProps } from './cart-slip'
import { ShopLayout, useTitle } from './layout'
import { CategoryBar, CategoryRail, type NavCategory } from './menu-nav'
import { type BoxOf, MenuSections, type Section } from './menu-sections'
import { type Front, StoreHeader } from './store-header'

/** What of the page is each reader's own. */
export type MenuParts = { key?: string; box: BoxOf; slip: Child; bar: Child }

export type MenuProps = Pick<CartProps, 'orderType'> & {
  front: Front
  sections: Section[]
  query: string
  hasMenu: boolean
  /** Names the menu and the stock that the page shows: it says so when it asks what changed. */
  seen: string
  parts: MenuParts
}

export const navOf = (sections: Section[]): NavCategory[] =>
  sections.map(({ id, name, dishes }) => ({ id, name, count: dishes.length }))

export const MenuPage: FC<MenuProps> = (props) => {
  const { front, orderType, sections, query, seen, parts } = props
  const { store } = front
  const { t } = useView()
  const place = { brand: store.brandSlug, store: store.storeSlug }
  const lines = paths.cartLines.href(place)
  const nav = { place: store, categories: navOf(sections), query }
  return (
    <ShopLayout
      title={useTitle(t('shop.menu.page'), store)}
      place={store}
      stream={paths.shopStream.href(place)}
      skipTo="menu"
    >
      <StoreHeader front={front} orderType={orderType} />
      <form id={addForm} method="post" action={lines} hx-post={lines} hx-swap="none" hx-sync="this:queue all">
        <IdempotencyKey value={parts.key} />
      </form>
      <CategoryBar {...nav} />
      <div class="mx-auto grid max-w-[80rem] px-4 md:px-8 lg:grid-cols-[10.5rem_minmax(0,1fr)_22rem] lg:gap-10 lg:pt-8">
        <CategoryRail {...nav} />
        <main id="menu" class="min-w-0 pb-28 lg:pb-16">
          <NothingFound {...props} />
          <div id="menu-sections">
            <MenuSections place={store} sections={sections} box={parts.box} />
          </div>
          <p class="mt-8 text-xs text-muted">{t('shop.menu.allergen_note')}</p>
        </main>
        <aside class="hidden lg:block" aria-label={t('shop.cart.contents')}>
          {parts.slip}
        </aside>
      </div>
      {parts.bar}
      <StockWatch store={store} seen={seen} />
    </ShopLayout>
  )
}

/** Says so when a search finds nothing, or when there is no menu at all. */
const NothingFound: FC<MenuProps> = ({ front: { store }, sections, query, hasMenu }) => {
  const { t } = useView()
  return (
    <div class="notice mt-5 mb-4" id="no-match" hidden={sections.length > 0} role="status">
      <Icon name="info" />
      <span>
        {t(hasMenu ? 'shop.menu.no_match' : 'shop.menu.none')}{' '}
        {query && (
          <a
            class="underline underline-offset-4"
            href={paths.shop.href({ brand: store.brandSlug, store: store.storeSlug })}
          >
            {t('shop.menu.show_all')}
          </a>
        )}
      </span>
    </div>
  )
}

/** Asks what changed when the store's menu or stock did, and gets just that. */
export const StockWatch: FC<Pick<CartProps, 'store'> & { seen: string }> = ({ store, seen }) => (
  <div
    id="stock"
    hidden
    hx-get={paths.shop.href({ brand: store.brandSlug, store: store.storeSlug }, { seen })}
    hx-trigger="menu from:body, probe from:body"
    hx-swap="outerHTML"
    data-live
  ></div>
)
