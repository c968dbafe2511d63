import { orderTrail } from '../../domain/orders/order-trail'
import { sagaDetail } from '../../domain/orders/saga/queries'
import type { SagaFacts } from '../../views/office/saga-facts'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { idParam } from '../kit/params'

/** The saga of the order this URL names, with the order's record. One look at each, side by side. */
export async function sagaFacts(c: C): Promise<SagaFacts> {
  const { deps, place, t, lang } = c.var
  const id = idParam(c, 'id')
  const ctx = ctxOf(c)
  const [saga, trail] = await Promise.all([sagaDetail(deps.db, ctx, id), orderTrail(deps.db, ctx, id)])
  if (!saga || !trail) throw new NotFound()
  return { saga, trail, timeZone: place.timeZone, t, lang, now: deps.now() }
}
