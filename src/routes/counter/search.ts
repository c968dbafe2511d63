import { businessDay } from '../../domain/brands/business-day'
import { officeOrders } from '../../domain/orders/office-orders'
import { foundScreen } from '../../views/counter/found'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf, wantsFragment } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'
import { barOf } from './bar'

export const search = router()

const most = 12

search.get(paths.counterSearch.pattern, need('counter.use'), async (c) => {
  const { place, deps } = c.var
  const sought = (c.req.query('q') ?? '').normalize('NFKC').trim().slice(0, 60)
  const day = businessDay(deps.now(), place.timeZone, place.cutoffMinute)
  const { items } = sought ? await officeOrders(deps.db, ctxOf(c), { day, search: sought }, most) : { items: [] }
  // Enter on a number (or a scanner, which types one) leads straight to its order.
  const exact = items.filter(({ number, fullNumber }) => Number(number) === Number(sought) || fullNumber === sought)
  if (exact[0] && exact.length === 1 && !wantsFragment(c)) {
    const { brandSlug: brand, storeSlug: store } = place
    return c.redirect(paths.counterOrder.href({ brand, store, id: exact[0].id }), 303)
  }
  return show(c, foundScreen, { bar: await barOf(c, null), sought, orders: items })
})
