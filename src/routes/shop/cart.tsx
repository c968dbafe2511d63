import { z } from 'zod'
import { setOrderType } from '../../domain/cart/set-order-type'
import { paths } from '../../views/paths'
import { type CartPageProps, cartScreen } from '../../views/shop/cart'
import { CartEverywhere } from '../../views/shop/cart-changed'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { goTo, show, showPage } from '../kit/show'
import { lastTime } from './last-time'
import { cartOf, lookAtStore } from './view'

export const cart = router()

cart.get(paths.cart.pattern, need('public'), async (c) => {
  const view = await lookAtStore(c)
  const last = view.priced.lines.length === 0 ? await lastTime(c, view) : null
  return show(c, cartScreen, { ...cartOf(view), last, ...arrival(c) })
})

const orderTypeForm = z.object({ orderType: z.enum(['dine_in', 'takeout', 'delivery']) })

cart.post(paths.cartOrderType.pattern, need('public'), async (c) => {
  const form = await readForm(c, orderTypeForm)
  const result = form.ok ? await run(c, setOrderType, form.value) : null
  if (!wantsFragment(c)) return goTo(c, paths.shop.href({ brand: c.var.place.brandSlug, store: c.var.place.storeSlug }))
  const view = result?.ok ? result.value.view : await lookAtStore(c)
  return showPage(c, CartEverywhere, cartOf(view), result?.ok ? 200 : 422)
})

/** Why readers are sent here: their payment came to nothing, or not everything can be ordered again. */
export const arrivals = ['payment_failed', 'payment_expired', 'payment_sent_back', 'again_some', 'again_none'] as const

function arrival(c: C): Pick<CartPageProps, 'problem' | 'why'> {
  const why = arrivals.find((known) => known === c.req.query('why'))
  if (!why) return {}
  const n = Number(c.req.query('n')) || 1
  return { problem: c.var.t(`shop.cart.${why}`, { count: n }), why: { why, n } }
}
