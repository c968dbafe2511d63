import { randomUUID } from 'node:crypto'
import type { Priced } from '../../domain/cart/price-cart'
import type { StoreView } from '../../domain/cart/queries'
import { Box } from '../../views/shop/box'
import type { Counts } from '../../views/shop/cart-changed'
import { CartBar, CartSlip } from '../../views/shop/cart-slip'
import { MenuPage, type MenuProps } from '../../views/shop/menu'
import type { BoxOf } from '../../views/shop/menu-sections'
import type { C } from '../kit/context'
import { pageHtml, render } from '../kit/show'
import { type CutPage, cutPage, fillPage, slot } from '../kit/slots'
import { cartOf, countsOf } from './view'

const kept = new Map<string, CutPage>()
const keptMax = 100
const noOrder: Priced = {
  lines: [],
  subtotal: 0,
  discountTotal: 0,
  serviceCharge: 0,
  deliveryFee: 0,
  total: 0,
  itemCount: 0,
  problems: [],
}

/** The boxes of a reader who ordered this much. */
export const boxesOf =
  ({ store }: StoreView, counts: Counts): BoxOf =>
  (dish) => <Box place={store} dish={dish} count={counts.get(dish.id)?.count ?? 0} line={counts.get(dish.id)?.line} />

/**
 * The menu page. What all readers share is rendered once and kept under everything it is made of, so a page costs one look at the
 * database and little more: a reader's own boxes, slip and bar are put in as they are.
 */
export function menuPage(c: C, view: StoreView, props: Omit<MenuProps, 'parts'>): Uint8Array<ArrayBuffer> {
  const now = c.var.deps.now().getTime()
  const { front, seen, orderType } = props
  const isKnown = c.var.actor.kind === 'person'
  const key = JSON.stringify([c.req.path, c.var.lang, isKnown, seen, orderType, front])
  const page = kept.get(key) ?? newPage(c, view, props, now)
  kept.delete(key)
  kept.set(key, page)
  const oldest = kept.keys().next().value
  if (kept.size > keptMax && oldest) kept.delete(oldest)
  return fillPage(page, ownParts(c, view, now))
}

function newPage(c: C, view: StoreView, props: Omit<MenuProps, 'parts'>, now: number): CutPage {
  const parts = { key: slot('key'), box: (dish: { id: string }) => slot(dish.id), slip: slot('slip'), bar: slot('bar') }
  const html = pageHtml(c, MenuPage, { ...props, parts }).replace(`since=${now}`, `since=${slot('now')}`)
  const nothing = { ...cartOf(view), priced: noOrder }
  return cutPage(html, (name) => {
    if (name === 'slip') return render(c, CartSlip, nothing)
    if (name === 'bar') return render(c, CartBar, nothing)
    const dish = view.content.dishes[name]
    return dish ? render(c, Box, { place: view.store, dish, count: 0, line: undefined }) : ''
  })
}

/** What is this reader's own: a key for the form, since when to listen, and whatever they have ordered. */
function ownParts(c: C, view: StoreView, now: number): Map<string, string> {
  const own = new Map([
    ['key', randomUUID()],
    ['now', String(now)],
  ])
  if (view.priced.lines.length === 0) return own
  own.set('slip', render(c, CartSlip, cartOf(view)))
  own.set('bar', render(c, CartBar, cartOf(view)))
  const counts = countsOf(view.priced)
  for (const [dishId, { count, line }] of counts) {
    const dish = view.content.dishes[dishId]
    if (dish) own.set(dishId, render(c, Box, { place: view.store, dish, count, line }))
  }
  return own
}
