import type { Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import { type Attempt, findAttempts, moveAttempt } from '../../payments/attempts'
import { isOpen } from '../../payments/lifecycle'
import { type Ctx, systemCtx } from '../../shared/ctx'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { compensate } from '../saga/compensate'
import { lockOrder } from '../unit-of-work/lock-order'
import type { WorkOrder } from '../unit-of-work/work-order'
import { askLater } from './ask-later'
import { resolveAttempt } from './resolve-attempt'

/** While a gateway cannot say, the stock is kept a little longer, this often and this long. */
export const extraRounds = 3
export const extraMs = 20_000

/** A draft's time is up: the gateway is asked first, and only what it does not know as paid is let go (R20, complaint 14). */
export const expireOrder: Effect<'order.expire'> = async (deps, payload) => {
  const { brandId, orderId, round } = payload
  const attempts = await findAttempts(deps.db, { brandId, orderId })
  let isUnclear = false
  for (const { id, status } of attempts) {
    if (!isOpen(status)) continue
    const answer = await resolveAttempt(deps, { brandId, attemptId: id })
    isUnclear ||= answer.ok && answer.value.standing === 'unknown'
  }
  const ctx = systemCtx(payload, deps.now(), 'clock')
  await inTransaction<void, never>(deps.db, async (tx) => {
    const order = await lockOrder(tx, brandId, orderId)
    if (order?.fulfilment !== 'draft') return ok(undefined)
    const key = `expire:${orderId}`
    if (order.heldUntil && order.heldUntil > ctx.now) {
      await enqueue(tx, 'order.expire', payload, { runAt: order.heldUntil, key })
    } else if (isUnclear && round < extraRounds) {
      const runAt = new Date(ctx.now.getTime() + extraMs)
      await enqueue(tx, 'order.expire', { ...payload, round: round + 1 }, { runAt, key })
    } else {
      await giveUp(tx, ctx, order)
    }
    return ok(undefined)
  })
}

async function giveUp(tx: Tx, ctx: Ctx, order: WorkOrder): Promise<void> {
  const attempts: Attempt[] = await findAttempts(tx, { brandId: order.brandId, orderId: order.id })
  await compensate(tx, ctx, order, { event: 'expire', reason: 'hold_expired' })
  for (const attempt of attempts) {
    if (!isOpen(attempt.status)) continue
    await moveAttempt(tx, ctx, attempt, 'expire', {})
    // The payer may still be on the gateway's page: money that comes all the same is found and sent back.
    const { brandId, storeId } = order
    await askLater(tx, ctx, { brandId, storeId, orderId: order.id, attemptId: attempt.id, round: 3 })
  }
}
