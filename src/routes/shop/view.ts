import { addDays, localTime } from '../../domain/brands/business-day'
import { dayHours } from '../../domain/brands/hours'
import type { Priced } from '../../domain/cart/price-cart'
import { cartView, type StoreView } from '../../domain/cart/queries'
import type { Counts } from '../../views/shop/cart-changed'
import type { CartProps } from '../../views/shop/cart-slip'
import type { Front } from '../../views/shop/store-header'
import { type C, ctxOf } from '../kit/context'

/** The store of this URL as this reader sees it: one round trip. */
export const lookAtStore = (c: C): Promise<StoreView> => cartView(c.var.deps.db, ctxOf(c))

/** What the store's header says at `now`. */
export function frontOf({ store, openness }: StoreView, now: Date): Front {
  const { day, weekday } = localTime(now, store.timeZone)
  return {
    store,
    openness,
    today: { weekday, spans: dayHours(store, day) },
    tomorrow: { weekday: (weekday + 1) % 7, spans: dayHours(store, addDays(day, 1)) },
  }
}

export const cartOf = ({ store, cart, priced }: StoreView): CartProps => ({ store, orderType: cart.orderType, priced })

/** How many portions of each dish are ordered, and on which line if it is one. */
export function countsOf({ lines }: Pick<Priced, 'lines'>): Counts {
  const counts = new Map<string, { count: number; line?: string }>()
  for (const { dishId, id, quantity } of lines) {
    const before = counts.get(dishId)
    counts.set(dishId, before ? { count: before.count + quantity } : { count: quantity, line: id })
  }
  return counts
}
