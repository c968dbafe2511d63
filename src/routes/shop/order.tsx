import { placeBySlugs } from '../../domain/brands/queries'
import type { Place } from '../../domain/brands/store-view'
import { type OrderView, orderView } from '../../domain/orders/order-view'
import type { Ctx } from '../../domain/shared/ctx'
import { paths } from '../../views/paths'
import { type OrderProps, orderScreen } from '../../views/shop/order'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { NotFound } from '../kit/errors'
import { need } from '../kit/guard'
import { speak } from '../kit/language'
import { idParam } from '../kit/params'
import { show } from '../kit/show'
import { stream } from '../kit/stream'

export const order = router()

order.get(paths.order.pattern, need('public'), async (c) => {
  const seen = await seenOrder(c)
  return show(c, orderScreen, { ...seen, ...payWords(c, seen.order) })
})

order.get(paths.orderStream.pattern, need('public'), async (c) => {
  const { order: seen } = await seenOrder(c)
  return stream(c, { order: `order:${seen.id}` })
})

export type SeenOrder = { order: OrderView; place: Place; ctx: Ctx }

/** The order of this URL, for whoever may see it: everyone else is told that there is none. */
export async function seenOrder(c: C): Promise<SeenOrder> {
  const { db, now } = c.var.deps
  const found = await orderView(db, { actor: c.var.actor, now: now() }, idParam(c, 'id'))
  const place = found && (await placeBySlugs(db, found.brand.slug, found.store.slug))
  if (!found || !place) throw new NotFound()
  speak(c, place)
  return { order: found, place, ctx: ctxOf(c, place) }
}

/** The same, only for the person who placed it. */
export async function ownOrder(c: C): Promise<SeenOrder> {
  const seen = await seenOrder(c)
  if (!seen.order.isMine) throw new NotFound()
  return seen
}

/** What came of going to pay, when that is not told by the order itself. */
export const payOutcomes = ['pay_refused', 'pay_silent', 'pay_paid', 'pay_over', 'pay_open'] as const

/** Why it is still unpaid is said for as long as that is so, however often the page fetches itself; that it is settled only once. */
function payWords(c: C, { fulfilment }: OrderView): Pick<OrderProps, 'problem' | 'why'> {
  const why = payOutcomes.find((outcome) => outcome === c.req.query('why'))
  if (!why) return {}
  const problem = c.var.t(`shop.order.${why}`)
  if (why === 'pay_paid' || why === 'pay_over') return { problem }
  return fulfilment === 'draft' ? { problem, why } : {}
}
