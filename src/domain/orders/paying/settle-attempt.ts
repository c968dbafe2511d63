import type { Tx } from '../../../db/connect'
import { type Attempt, findAttempts, moveAttempt, noteOnAttempt } from '../../payments/attempts'
import type { Standing } from '../../payments/gateway'
import { type AttemptEvent, isOpen } from '../../payments/lifecycle'
import { type Ctx, systemCtx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { isOver } from '../lifecycle'
import { compensate } from '../saga/compensate'
import { lockOrder } from '../unit-of-work/lock-order'
import type { WorkOrder } from '../unit-of-work/work-order'
import { moneyArrived } from './money-arrived'

export type Outcome = 'paid' | 'already' | 'failed' | 'sent_back' | 'open' | 'mismatch'
export type Settled = {
  orderId: string
  brandId: string
  storeId: string
  /**
   * paid: this made it so. already: it had been settled before. sent_back: money came too late, or twice, and is being refunded.
   * open: nothing is decided yet. mismatch: the gateway speaks of other money than ours.
   */
  outcome: Outcome
}

type Input = ({ gateway: string; externalRef: string } | { brandId: string; attemptId: string }) & {
  standing: Standing
}

/**
 * Writes down how an attempt stands at its gateway: used alike by callback, return and poll, in any order, any number of times (R21).
 * A wrong amount, currency or order is never believed (outcome mismatch). Refuses: not_found.
 */
export async function settleAttempt(
  tx: Tx,
  now: Date,
  { standing, ...wanted }: Input,
): Promise<Result<Settled, { reason: 'not_found' }>> {
  const [named] = await findAttempts(tx, wanted)
  const order = named && (await lockOrder(tx, named.brandId, named.orderId))
  if (!named || !order) return refuse({ reason: 'not_found' })
  const ctx = systemCtx(order, now, named.gateway)
  // Read again: before the order's lock another report may have settled it.
  const attempts = await findAttempts(tx, { brandId: order.brandId, orderId: order.id })
  const attempt = attempts.find(({ id }) => id === named.id)
  if (!attempt) return refuse({ reason: 'not_found' })
  const { brandId, storeId } = order
  return ok({ orderId: order.id, brandId, storeId, outcome: await settle(tx, ctx, order, attempt, attempts, standing) })
}

async function settle(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  attempt: Attempt,
  attempts: Attempt[],
  standing: Standing,
): Promise<Outcome> {
  switch (standing.status) {
    case 'approved': {
      const payment = order.payments.find(({ id }) => id === attempt.paymentId)
      const isOurs = standing.attemptId === null || standing.attemptId === attempt.id
      if (!payment || standing.amount !== payment.amount || standing.currency !== order.currency || !isOurs) {
        await noteOnAttempt(tx, ctx, attempt.id, `mismatch: ${standing.amount} ${standing.currency}`)
        return 'mismatch'
      }
      if (!(await moveAttempt(tx, ctx, attempt, 'approve', { error: null }))) return 'already'
      return moneyArrived(tx, ctx, order, payment, attempt)
    }
    case 'declined':
    case 'cancelled':
    case 'expired':
      if (!isOpen(attempt.status)) return 'already'
      if (!attempt.paymentUrl) {
        // The payer was never sent there: nothing was refused to them, and they may begin again.
        await moveAttempt(tx, ctx, attempt, failures[standing.status], { error: standing.error })
        return 'open'
      }
      await moveAttempt(tx, ctx, attempt, failures[standing.status], { error: standing.error })
      return failed(tx, ctx, order, attempts, `payment_${standing.status}`)
    case 'unknown':
      await noteOnAttempt(tx, ctx, attempt.id, standing.error)
      return 'open'
    case 'authorized':
    case 'pending':
      return 'open'
  }
}

const failures: Record<'declined' | 'cancelled' | 'expired', AttemptEvent> = {
  declined: 'decline',
  cancelled: 'cancel',
  expired: 'expire',
}

/** A failure touches only what is still pending; the order ends when no other conversation about it is open (R20). */
async function failed(tx: Tx, ctx: Ctx, order: WorkOrder, attempts: Attempt[], reason: string): Promise<Outcome> {
  if (isOver(order.fulfilment)) return 'failed'
  if (order.fulfilment !== 'draft') return 'already'
  if (attempts.some(({ status }) => isOpen(status))) return 'open'
  await compensate(tx, ctx, order, { event: 'cancel', reason })
  return 'failed'
}
