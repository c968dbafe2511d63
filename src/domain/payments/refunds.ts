import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import type { PaymentStatus } from './lifecycle'

type Refundable = { id: string; amount: number; refundPromised: number; refundedAmount: number; status: PaymentStatus }

/**
 * Promises money back, once per `reversalKey`: the payment's own CHECK caps all promises at what was paid (R21). `by` says who sends it.
 * Gives the refund's id, or null when this reversal was opened before or nothing is left to give back.
 */
export async function openRefund(
  tx: Tx,
  ctx: Ctx,
  payment: Refundable,
  input: { amount: number; reversalKey: string; by: 'gateway' | 'counter' },
): Promise<string | null> {
  if (input.amount <= 0) return null
  const { rows } = await sql<{ id: string }>`
    with opened as (
      insert into refund (brand_id, id, payment_id, reversal_key, by, amount, status, created_at)
      values (${ctx.brandId}, ${newId()}, ${payment.id}, ${input.reversalKey}, ${input.by}, ${input.amount}, 'pending', ${ctx.now})
      on conflict (brand_id, payment_id, reversal_key) do nothing
      returning id, payment_id, amount),
    promised as (
      update payment p set refund_promised = p.refund_promised + opened.amount from opened
      where p.brand_id = ${ctx.brandId} and p.id = opened.payment_id)
    select id from opened`.execute(tx)
  if (!rows[0]) return null
  payment.refundPromised += input.amount
  return rows[0].id
}

/** The money is back: compare-and-set from pending or failed, and the payment's own state with it. Gives false when it was before. */
export async function closeRefund(
  tx: Tx,
  ctx: Ctx,
  payment: Refundable,
  refund: { id: string; externalRef: string | null; note?: string },
): Promise<boolean> {
  const { rows } = await sql<{ refundedAmount: number; status: PaymentStatus }>`
    with closed as (
      update refund set status = 'done', settled_at = ${ctx.now}, external_ref = ${refund.externalRef}, note = ${refund.note ?? ''},
        next_at = null, error = null
      where brand_id = ${ctx.brandId} and id = ${refund.id} and status <> 'done'
      returning payment_id, amount)
    update payment p set refunded_amount = p.refunded_amount + closed.amount,
      status = case when p.refunded_amount + closed.amount = p.amount then 'refunded' else 'partially_refunded' end
    from closed where p.brand_id = ${ctx.brandId} and p.id = closed.payment_id
    returning p.refunded_amount, p.status`.execute(tx)
  const after = rows[0]
  if (!after) return false
  payment.refundedAmount = after.refundedAmount
  payment.status = after.status
  return true
}

/** One that had been given up is to be sent after all. */
export async function reopenRefund(tx: Tx, ctx: Ctx, refund: { id: string; status: string }): Promise<void> {
  await tx
    .updateTable('refund')
    .set({ status: 'pending', nextAt: null })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', refund.id)
    .where('status', '=', 'failed')
    .execute()
  refund.status = 'pending'
}
