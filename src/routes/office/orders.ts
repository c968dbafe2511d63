import { officeOrders } from '../../domain/orders/office-orders'
import { firstNoun } from '../../views/office/nouns'
import { ordersScreen } from '../../views/office/orders'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { goTo, show } from '../kit/show'
import { frameOf } from './frame'
import { ledgerQuery } from './ledger-query'

const pageSize = 50

export const orders = router()

orders.get(paths.office.pattern, need('office.enter'), (c) => goTo(c, firstNoun(frameOf(c, 0))))

orders.get(paths.officeOrders.pattern, need('office.see'), async (c) => {
  const { place, deps } = c.var
  const { today, filter, narrowing, cursor } = ledgerQuery(c)
  const found = await officeOrders(deps.db, ctxOf(c), narrowing, pageSize, cursor)
  const { timeZone, cutoffMinute, currency } = place
  const store = { timeZone, cutoffMinute, currency }
  return show(c, ordersScreen, { frame: frameOf(c, found.stuckCount), store, filter, today, orders: found })
})
