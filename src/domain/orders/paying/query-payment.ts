import { findAttempts } from '../../payments/attempts'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { askLater } from './ask-later'
import { ask } from './resolve-attempt'
import { settleAttempt } from './settle-attempt'

/** Finds out how an attempt ended whose answer was lost, and asks again later while the gateway cannot say (R21, complaint 14). */
export const queryPayment: Effect<'payment.query'> = async (deps, payload) => {
  const wanted = { brandId: payload.brandId, attemptId: payload.attemptId }
  const [attempt] = await findAttempts(deps.db, wanted)
  if (!attempt || attempt.status === 'approved') return
  const standing = await ask(deps, attempt)
  const isOpen = standing.status === 'unknown' || standing.status === 'pending'
  await inTransaction<void, never>(deps.db, async (tx) => {
    const now = deps.now()
    await settleAttempt(tx, now, { ...wanted, standing })
    if (isOpen) await askLater(tx, { now }, { ...payload, round: payload.round + 1 })
    return ok(undefined)
  })
}
