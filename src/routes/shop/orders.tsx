import { placeBySlugs } from '../../domain/brands/queries'
import { myOrders } from '../../domain/orders/queries'
import { paths } from '../../views/paths'
import { OrdersPage } from '../../views/shop/orders'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { idQuery } from '../kit/params'
import { showPage } from '../kit/show'

export const orders = router()

const perPage = 20

orders.get(paths.myOrders.pattern, need('public'), async (c) => {
  const { db } = c.var.deps
  const cursor = idQuery(c, 'after') ?? null
  const { items, nextCursor } = await myOrders(db, c.var.actor, { limit: perPage, cursor })
  const shown = await Promise.all(
    items.map(async (order) => ({ order, place: await placeBySlugs(db, order.brand.slug, order.store.slug) })),
  )
  return showPage(c, OrdersPage, { orders: shown, nextCursor })
})
