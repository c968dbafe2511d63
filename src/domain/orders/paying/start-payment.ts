import type { Ctx } from '../../shared/ctx'
import type { EffectDeps } from '../../shared/effect'
import type { Result } from '../../shared/result'

export type PayUrls = { returnUrl: string; cancelUrl: string; callbackUrl: string }
export type StartRefusal =
  | { reason: 'not_found' }
  | { reason: 'already_paid' }
  | { reason: 'order_over' }
  | { reason: 'gateway_refused'; error: string }
  | { reason: 'gateway_silent' }

/**
 * Begins the online payment of a draft and says where to send the payer; called again it gives the same place. The attempt is stored
 * before anything is sent; a lost answer is unknown and will be asked about (R21).
 */
export async function startPayment(
  _deps: EffectDeps,
  _ctx: Ctx,
  _input: { orderId: string; urls: PayUrls },
): Promise<Result<{ paymentUrl: string }, StartRefusal>> {
  throw new Error('in the next slice')
}
