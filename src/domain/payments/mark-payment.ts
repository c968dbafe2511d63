import type { Tx } from '../../db/connect'
import { accountOf, type Ctx } from '../shared/ctx'
import { nextOf } from '../shared/lifecycle'
import { type PaymentStatus, paymentRowLife } from './lifecycle'

type Row = { id: string; status: PaymentStatus; amount: number; paidAt: Date | null }

/** `tendered` is null where there was nothing to give change on. */
export type AtCounter = { method: 'cash' | 'card_terminal'; tendered: number | null; key: string }

/**
 * The money came in: compare-and-set from pending, or from failed when it comes late (R9, R21). Gives false when it had come before.
 * `atCounter` is what staff took; the change is worked out from it.
 */
export async function markPaid(tx: Tx, ctx: Ctx, payment: Row, atCounter?: AtCounter): Promise<boolean> {
  if (!nextOf(paymentRowLife, payment.status, 'pay').ok) return false
  const taken = atCounter && {
    method: atCounter.method,
    tendered: atCounter.tendered,
    changeGiven: atCounter.tendered === null ? null : atCounter.tendered - payment.amount,
    confirmedBy: accountOf(ctx.actor),
    confirmKey: atCounter.key,
  }
  const { numUpdatedRows } = await tx
    .updateTable('payment')
    .set({ status: 'paid', paidAt: ctx.now, ...taken })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', payment.id)
    .where('status', '=', payment.status)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  Object.assign(payment, { status: 'paid', paidAt: ctx.now, ...taken })
  return true
}

/** The payment will not come; one that is paid is never touched (R21). Gives whether it was still open. */
export async function markFailed(tx: Tx, ctx: Ctx, payment: Row): Promise<boolean> {
  if (!nextOf(paymentRowLife, payment.status, 'fail').ok) return false
  const { numUpdatedRows } = await tx
    .updateTable('payment')
    .set({ status: 'failed' })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', payment.id)
    .where('status', '=', 'pending')
    .executeTakeFirst()
  if (numUpdatedRows === 1n) payment.status = 'failed'
  return numUpdatedRows === 1n
}
