import type { StoreView } from '../../domain/cart/queries'
import { paths } from '../../views/paths'
import { CartBar, CartSlip } from '../../views/shop/cart-slip'
import { MenuPage, type MenuProps } from '../../views/shop/menu'
import { StockChanged, type StockChangedProps } from '../../views/shop/stock-changed'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { need } from '../kit/guard'
import { send, showPage } from '../kit/show'
import { stream } from '../kit/stream'
import { boxesOf, menuPage } from './menu-page'
import { sectionsOf } from './sections'
import { changedDishes, stockKeyOf } from './stock-key'
import { cartOf, countsOf, frontOf, lookAtStore } from './view'

export const menu = router()

menu.get(paths.shop.pattern, need('public'), async (c) => {
  const view = await lookAtStore(c)
  if (wantsFragment(c)) return showPage(c, StockChanged, changedProps(c, view))
  const query = (c.req.query('q') ?? '').trim().toLowerCase().slice(0, 40)
  const props = menuProps(c, view, query)
  // A query of any kind stands in the page's own links, so such a page is its reader's alone.
  const isPlain = new URL(c.req.url).search === ''
  return isPlain ? send(c, menuPage(c, view, props)) : showPage(c, MenuPage, { ...props, parts: partsOf(view) })
})

menu.get(paths.shopStream.pattern, need('public'), (c) => stream(c, { menu: `store:${c.var.place.storeId}:menu` }))

function menuProps(c: C, view: StoreView, query: string): Omit<MenuProps, 'parts'> {
  return {
    front: frontOf(view, c.var.deps.now()),
    orderType: view.cart.orderType,
    sections: sectionsOf(view, query),
    query,
    hasMenu: view.content.categories.length > 0,
    seen: seenOf(view),
  }
}

/** What a page shows, named: the published version and the state of its stock. */
const seenOf = ({ store, content, availability }: StoreView) =>
  `${store.menuVersionId ?? ''}~${stockKeyOf(content, availability)}`

const partsOf = (view: StoreView): MenuProps['parts'] => ({
  box: boxesOf(view, countsOf(view.priced)),
  slip: <CartSlip {...cartOf(view)} />,
  bar: <CartBar {...cartOf(view)} />,
})

function changedProps(c: C, view: StoreView): StockChangedProps {
  const { store, content, availability } = view
  const [version, stock = ''] = (c.req.query('seen') ?? '').split('~')
  const isSameMenu = version === (store.menuVersionId ?? '')
  const changed = isSameMenu ? changedDishes(content, stock, stockKeyOf(content, availability)) : []
  return {
    ...cartOf(view),
    front: frontOf(view, c.var.deps.now()),
    seen: seenOf(view),
    changed: changed.flatMap((id) => {
      const dish = content.dishes[id]
      return dish ? [{ dish, availability: availability.dish(id) }] : []
    }),
    box: boxesOf(view, countsOf(view.priced)),
    published: isSameMenu ? null : sectionsOf(view),
  }
}
