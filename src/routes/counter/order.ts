import { z } from 'zod'
import { acceptOrder } from '../../domain/orders/accept-order'
import { acknowledgeOrder } from '../../domain/orders/acknowledge-order'
import { type OrderView, orderView } from '../../domain/orders/order-view'
import { orderHistory } from '../../domain/orders/queries'
import { handOver } from '../../domain/orders/serving/hand-over'
import { moveDelivery } from '../../domain/orders/serving/move-delivery'
import { may } from '../../domain/people/may'
import type { Result } from '../../domain/shared/result'
import { type OrderProps, orderScreen } from '../../views/counter/order'
import { queueScreen } from '../../views/counter/queue'
import { actWords } from '../../views/counter/words'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf, wantsFragment } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { show } from '../kit/show'
import { barAbove, speechOf } from './bar'
import { queueProps } from './queue'

export const order = router()

/** The order of the URL, if it belongs to the store of the URL; else 404. */
export async function orderOf(c: C): Promise<OrderView> {
  const found = await orderView(c.var.deps.db, ctxOf(c), idParam(c, 'id'))
  if (found?.storeId !== c.var.place.storeId) throw new NotFound()
  return found
}

async function orderProps(c: C, problem?: string): Promise<OrderProps> {
  const { actor, place, deps } = c.var
  // Before anything is under way: what it throws would leave a promise that nobody waits for.
  const id = idParam(c, 'id')
  const [found, history, bar] = await Promise.all([orderOf(c), orderHistory(deps.db, ctxOf(c), id), barAbove(c, null)])
  return { bar, order: found, history, maySeeSaga: may(actor, 'saga.see', place), problem }
}

order.get(paths.counterOrder.pattern, need('counter.use'), async (c) => show(c, orderScreen, await orderProps(c)))

const actForm = z.object({
  /** The page that the act was done on; it is what is answered with. */
  from: z.enum(['queue', 'order']).default('queue').catch('queue'),
  minutes: z.coerce.number().int().min(1).max(240).optional().catch(undefined),
})
type ActForm = z.output<typeof actForm>

type Refusal = Parameters<typeof actWords>[1]
type Act = (c: C, orderId: string, form: ActForm) => Promise<Result<unknown, Refusal>>

/** Does one thing to the order of the URL, and answers with the page it was done on. */
const act = (work: Act) => async (c: C) => {
  const read = await readForm(c, actForm)
  const form: ActForm = read.ok ? read.value : { from: 'queue' }
  const orderId = idParam(c, 'id')
  return answer(c, form.from, orderId, await work(c, orderId, form))
}

order.post(
  paths.counterAcceptance.pattern,
  need('counter.use'),
  act((c, orderId, { minutes }) => run(c, acceptOrder, { orderId, ...(minutes ? { minutes } : {}) })),
)
order.post(
  paths.counterAcknowledgement.pattern,
  need('counter.use'),
  act((c, orderId) => run(c, acknowledgeOrder, { orderId })),
)
order.post(
  paths.counterHandover.pattern,
  need('counter.use'),
  act((c, orderId) => run(c, handOver, { orderId })),
)
order.post(
  paths.counterDeparture.pattern,
  need('counter.use'),
  act((c, orderId) => run(c, moveDelivery, { orderId, event: 'pickUp' })),
)

async function answer(c: C, from: ActForm['from'], id: string, result: Result<unknown, Refusal>): Promise<Response> {
  const { brandSlug: brand, storeSlug: store } = c.var.place
  const text = result.ok ? undefined : actWords(speechOf(c), result.refusal)
  const status = result.ok ? 200 : 422
  if (result.ok && !wantsFragment(c)) {
    const url =
      from === 'order' ? paths.counterOrder.href({ brand, store, id }) : paths.counterQueue.href({ brand, store })
    return c.redirect(url, 303)
  }
  if (!result.ok && result.refusal.reason === 'not_found') throw new NotFound()
  if (from === 'order') return show(c, orderScreen, await orderProps(c, text), status)
  return show(c, queueScreen, await queueProps(c, text ? { orderId: id, text } : undefined), status)
}
