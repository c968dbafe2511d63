import { type Attempt, findAttempts } from '../../payments/attempts'
import { gatewayNamed, type Standing } from '../../payments/gateway'
import type { EffectDeps } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { askLater } from './ask-later'
import { type Settled, settleAttempt } from './settle-attempt'

type Wanted = { gateway: string; externalRef: string } | { brandId: string; attemptId: string }
type Resolved = Settled & { standing: Standing['status'] }

/**
 * Asks the gateway how a payment stands, confirms it if it waits for that and the order still wants it, and settles. What a return URL or
 * an unsigned callback leads to: neither is believed by itself. Refuses: not_found.
 */
export async function resolveAttempt(
  deps: EffectDeps,
  wanted: Wanted,
): Promise<Result<Resolved, { reason: 'not_found' }>> {
  const [attempt] = await findAttempts(deps.db, wanted)
  if (!attempt) return refuse({ reason: 'not_found' })
  const standing = await ask(deps, attempt)
  return inTransaction(deps.db, async (tx) => {
    const now = deps.now()
    const settled = await settleAttempt(tx, now, { brandId: attempt.brandId, attemptId: attempt.id, standing })
    if (!settled.ok) return settled
    if (standing.status === 'unknown') {
      const { brandId, storeId, orderId } = attempt
      await askLater(tx, { now }, { brandId, storeId, orderId, attemptId: attempt.id, round: 0 })
    }
    return ok({ ...settled.value, standing: standing.status })
  })
}

/** The gateway's word. An authorisation is only taken while the order is a draft: nobody pays for what has ended. */
export async function ask(deps: EffectDeps, attempt: Attempt): Promise<Standing> {
  const gateway = gatewayNamed(deps.gateways, attempt.gateway)
  const standing = await gateway.query({ externalRef: attempt.externalRef, attemptId: attempt.id })
  if (standing.status !== 'authorized' || !attempt.externalRef) return standing
  const order = await deps.db
    .selectFrom('orders')
    .select(['fulfilment', 'total', 'currency'])
    .where('brandId', '=', attempt.brandId)
    .where('id', '=', attempt.orderId)
    .executeTakeFirst()
  if (order?.fulfilment !== 'draft') return { status: 'cancelled', error: 'order ended before the payment was taken' }
  return gateway.confirm(attempt.externalRef, { amount: order.total, currency: order.currency })
}
