import type { StoreView } from '../../domain/cart/queries'
import { paths } from '../../views/paths'
import { CartChanged } from '../../views/shop/cart-changed'
import { textIn } from '../../views/ui/words'
import { type C, wantsFragment } from '../kit/context'
import { goTo, showPage } from '../kit/show'
import { cartOf, countsOf } from './view'

/** After a change to the order: every place of an open page that shows it, or back to where a plain form came from. */
export function showChanged(c: C, view: StoreView, dishId: string, what: 'added' | 'changed'): Response {
  const { t, lang } = c.var
  const { store, content, priced } = view
  const place = { brand: store.brandSlug, store: store.storeSlug }
  if (!wantsFragment(c)) {
    const section = content.categories.findIndex(({ dishIds }) => dishIds.includes(dishId)) + 1
    return goTo(c, what === 'changed' ? paths.cart.href(place) : `${paths.shop.href(place)}#c${section}`)
  }
  const dish = content.dishes[dishId]
  const said = t(`shop.cart.${what}`, { name: textIn(dish?.name ?? {}, lang), count: priced.itemCount })
  c.header('HX-Trigger', 'close-sheet, cart')
  return showPage(c, CartChanged, { ...cartOf(view), dishes: dish ? [dish] : [], counts: countsOf(priced), said })
}
