import { businessDay } from '../../domain/brands/business-day'
import { orderTrail } from '../../domain/orders/order-trail'
import { orderView } from '../../domain/orders/order-view'
import { orderScreen } from '../../views/office/order'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { show } from '../kit/show'
import { frameOf } from './frame'

export const order = router()

order.get(paths.officeOrder.pattern, need('office.see'), async (c) => {
  const { deps, place } = c.var
  const id = idParam(c, 'id')
  const ctx = ctxOf(c)
  const [found, trail] = await Promise.all([orderView(deps.db, ctx, id), orderTrail(deps.db, ctx, id)])
  if (!found || !trail) throw new NotFound()
  const day = businessDay(found.createdAt, place.timeZone, place.cutoffMinute)
  return show(c, orderScreen, { frame: frameOf(c, trail.stuckCount), order: found, trail, day })
})
