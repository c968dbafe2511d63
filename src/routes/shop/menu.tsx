import type { StoreView } from '../../domain/cart/queries'
import { paths } from '../../views/paths'
import { MenuPage, type MenuProps } from '../../views/shop/menu'
import { StockChanged, type StockChangedProps } from '../../views/shop/stock-changed'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { need } from '../kit/guard'
import { showPage } from '../kit/show'
import { stream } from '../kit/stream'
import { foundHtml, menuHtml, navOf, sectionsOf } from './menu-body'
import { changedDishes, stockKeyOf } from './stock-key'
import { cartOf, countsOf, frontOf, lookAtStore } from './view'

export const menu = router()

menu.get(paths.shop.pattern, need('public'), async (c) => {
  const view = await lookAtStore(c)
  return wantsFragment(c) ? showPage(c, StockChanged, changedProps(c, view)) : showPage(c, MenuPage, menuProps(c, view))
})

menu.get(paths.shopStream.pattern, need('public'), (c) => stream(c, { menu: `store:${c.var.place.storeId}:menu` }))

/** What a page shows, named: the published version and the state of its stock. */
const seenOf = ({ store }: StoreView, stockKey: string) => `${store.menuVersionId ?? ''}~${stockKey}`

function menuProps(c: C, view: StoreView): MenuProps {
  const query = (c.req.query('q') ?? '').trim().toLowerCase().slice(0, 40)
  const stockKey = stockKeyOf(view.content, view.availability)
  const counts = countsOf(view.priced)
  const sections = sectionsOf(view, query)
  return {
    ...cartOf(view),
    front: frontOf(view, c.var.deps.now()),
    categories: navOf(sections),
    query,
    menuHtml: query === '' ? menuHtml(c, view, stockKey, counts) : foundHtml(c, view, sections, counts),
    hasMenu: view.content.categories.length > 0,
    seen: seenOf(view, stockKey),
  }
}

function changedProps(c: C, view: StoreView): StockChangedProps {
  const { content, availability } = view
  const stockKey = stockKeyOf(content, availability)
  const counts = countsOf(view.priced)
  const [version, stock = ''] = (c.req.query('seen') ?? '').split('~')
  const isSameMenu = version === (view.store.menuVersionId ?? '')
  const changed = isSameMenu ? changedDishes(content, stock, stockKey) : []
  return {
    ...cartOf(view),
    front: frontOf(view, c.var.deps.now()),
    seen: seenOf(view, stockKey),
    changed: changed.flatMap((id) => {
      const dish = content.dishes[id]
      return dish ? [{ dish, availability: availability.dish(id) }] : []
    }),
    counts,
    published: isSameMenu ? null : { categories: navOf(sectionsOf(view)), menuHtml: menuHtml(c, view, stockKey, counts) },
  }
}
