import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import { gatewayNamed, type Refunded } from '../../payments/gateway'
import { closeRefund } from '../../payments/refunds'
import { type Ctx, systemCtx } from '../../shared/ctx'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { maxUndoAttempts, nextTry } from '../saga/backoff'
import { undoFinished, undoStumbled } from '../saga/report-undo'
import { lockOrder } from '../unit-of-work/lock-order'
import type { WorkOrder, WorkPayment, WorkRefund } from '../unit-of-work/work-order'
import { flush } from '../unit-of-work/writes'
import { sendRefund } from './pay-back'
import { followPayments } from './payment-clock'

type Due = { refundId: string; gateway: string; externalRef: string; amount: number }

/** Sends a refund through its gateway: the refund's id is the idempotency key, so any number of runs send one. */
export const refundPayment: Effect<'payment.refund'> = async (deps, payload) => {
  const { orderId, refundId } = payload
  const due = await takeUp(deps.db, systemCtx(payload, deps.now()), orderId, refundId)
  if (!due) return
  const answer = await gatewayNamed(deps.gateways, due.gateway).refund(due.externalRef, due.amount, refundId)
  const ctx = systemCtx(payload, deps.now(), due.gateway)
  await inTransaction<void, never>(deps.db, async (tx) => {
    const order = await lockOrder(tx, ctx.brandId, orderId)
    const payment = order?.payments.find((p) => p.refunds.some((r) => r.id === refundId))
    const refund = payment?.refunds.find((r) => r.id === refundId)
    if (order && payment && refund && refund.status !== 'done') await record(tx, ctx, order, payment, refund, answer)
    return ok(undefined)
  })
}

/** Notes the attempt before anything is sent; null when there is nothing left to send. */
async function takeUp(db: Db, ctx: Ctx, orderId: string, refundId: string): Promise<Due | null> {
  const result = await inTransaction<Due | null, never>(db, async (tx) => {
    const order = await lockOrder(tx, ctx.brandId, orderId)
    if (!order) return ok(null)
    const { rows } = await sql<Due>`
      update refund r set attempts = r.attempts + 1, next_at = null from payment_attempt a
      where r.brand_id = ${ctx.brandId} and r.id = ${refundId} and r.status = 'pending'
        and a.brand_id = r.brand_id and a.payment_id = r.payment_id and a.status = 'approved'
      returning r.id as refund_id, a.gateway, a.external_ref, r.amount`.execute(tx)
    return ok(rows[0] ?? null)
  })
  return result.ok ? result.value : null
}

async function record(tx: Tx, ctx: Ctx, order: WorkOrder, payment: WorkPayment, refund: WorkRefund, answer: Refunded) {
  if (answer.status === 'done') {
    await closeRefund(tx, ctx, payment, { id: refund.id, externalRef: answer.externalRef })
    refund.status = 'done'
    await followPayments(tx, ctx, order, 'refund')
    const isAll = order.payments.every((p) => p.refunds.every((r) => r.status === 'done'))
    if (isAll) await undoFinished(tx, ctx, order, 'payment')
    return flush(tx, order)
  }
  const isFinal = answer.status === 'refused' || refund.attempts >= maxUndoAttempts
  const nextAt = isFinal ? null : nextTry(ctx.now, refund.attempts)
  await tx
    .updateTable('refund')
    .set({ error: answer.error, nextAt, status: isFinal ? 'failed' : 'pending' })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', refund.id)
    .execute()
  if (nextAt) await sendRefund(tx, order, refund.id, nextAt)
  await undoStumbled(tx, ctx, order, 'payment', { error: answer.error, nextAt })
}
