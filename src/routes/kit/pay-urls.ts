import type { PayUrls } from '../../domain/orders/paying/start-payment'
import { paths } from '../../views/paths'
import type { C } from './context'

/**
 * Where a gateway sends the payer back and where it reports by itself, absolute. The payer returns to the address they came by,
 * because their cookies belong to it; the gateway reports to the public one.
 */
export function payUrls(c: C, orderId: string, gateway: string): PayUrls {
  const { publicUrl } = c.var.deps.env
  const base = publicUrl.startsWith('https:') ? publicUrl : new URL(c.req.url).origin
  const returnUrl = new URL(paths.orderPayment.href({ id: orderId }), base).href
  const callbackUrl = new URL(paths.paymentCallback.href({ gateway }), publicUrl).href
  return { returnUrl, cancelUrl: returnUrl, callbackUrl }
}
