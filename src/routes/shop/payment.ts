import { resolveAttempt } from '../../domain/orders/paying/resolve-attempt'
import type { Outcome } from '../../domain/orders/paying/settle-attempt'
import { type StartRefusal, startPayment } from '../../domain/orders/paying/start-payment'
import { gatewayNamed } from '../../domain/payments/gateway'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { C } from '../kit/context'
import { need } from '../kit/guard'
import { payUrls } from '../kit/pay-urls'
import { goTo } from '../kit/show'
import { ownOrder, type payOutcomes } from './order'

export const payment = router()

type Why = (typeof payOutcomes)[number]

const whyNot: Record<StartRefusal['reason'], Why> = {
  not_found: 'pay_over',
  already_paid: 'pay_paid',
  order_over: 'pay_over',
  gateway_refused: 'pay_refused',
  gateway_silent: 'pay_silent',
}

/** To the gateway's page, or back to the order with the reason why not. */
payment.post(paths.orderPayment.pattern, need('public'), async (c) => {
  const { order, ctx } = await ownOrder(c)
  const urls = payUrls(c, order.id, c.var.deps.gateways.online)
  const started = await startPayment(c.var.deps, ctx, { orderId: order.id, urls })
  if (started.ok && started.value.paymentUrl) return goTo(c, started.value.paymentUrl)
  return goTo(
    c,
    paths.order.href({ id: order.id }, { why: started.ok ? 'pay_silent' : whyNot[started.refusal.reason] }),
  )
})

/**
 * Where the payer comes back to. What the URL claims is not believed: the gateway is asked. Paid shows the order; a payment that came to
 * nothing leads back to the cart with the reason (R20).
 */
payment.get(paths.orderPayment.pattern, need('public'), async (c) => {
  const before = await ownOrder(c)
  const outcome = await settled(c, before.order.id)
  // The gateway's own report may have settled it since the order was read.
  const { order, place } = outcome === 'already' ? await ownOrder(c) : before
  const cart = (why: string) => goTo(c, paths.cart.href({ brand: place.brandSlug, store: place.storeSlug }, { why }))
  if (outcome === 'failed') return cart('payment_failed')
  if (outcome === 'sent_back') return cart('payment_sent_back')
  if (order.status === 'cancelled' && !order.payments.some(({ paidAt }) => paidAt)) return cart('payment_failed')
  return goTo(c, paths.order.href({ id: order.id }, outcome === 'open' ? { why: 'pay_open' } : {}))
})

async function settled(c: C, orderId: string): Promise<Outcome | null> {
  const { deps } = c.var
  const gateway = deps.gateways.online
  const callback = await gatewayNamed(deps.gateways, gateway).parseCallback(c.req.raw)
  if (!callback) return null
  const result = await resolveAttempt(deps, { gateway, externalRef: callback.externalRef })
  return result.ok && result.value.orderId === orderId ? result.value.outcome : null
}
