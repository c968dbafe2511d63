import type { PayUrls } from '../../domain/orders/paying/start-payment'
import { paths } from '../../views/paths'
import type { C } from './context'

/** Where a gateway sends the payer and its own report: absolute, on the public address, else the one this request came to. */
export function payUrls(c: C, orderId: string, gateway = 'demo'): PayUrls {
  const base = c.var.deps.env.publicUrl ?? new URL(c.req.url).origin
  const returnUrl = new URL(paths.orderPayment.href({ id: orderId }), base).href
  return {
    returnUrl,
    cancelUrl: returnUrl,
    callbackUrl: new URL(paths.paymentCallback.href({ gateway }), base).href,
  }
}
