import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { accountOf, type Ctx } from '../shared/ctx'
import { nextOf } from '../shared/lifecycle'
import { type PaymentStatus, paymentRowLife } from './lifecycle'

type Row = { id: string; status: PaymentStatus; amount: number; paidAt: Date | null }

/** `tendered` is null where there was nothing to give change on. */
export type AtCounter = { method: 'cash' | 'card_terminal'; tendered: number | null; key: string }

/**
 * The money came in: the UPDATE (it returns the one row) from pending, or from failed when it comes late (R9, R21); the payment in memory
 * is paid. null when it had come before. `atCounter` is what staff took; the change is worked out from it.
 */
export function paidUpdate(ctx: Ctx, payment: Row, atCounter?: AtCounter): RawBuilder<unknown> | null {
  if (!nextOf(paymentRowLife, payment.status, 'pay').ok) return null
  const taken = atCounter && {
    method: atCounter.method,
    tendered: atCounter.tendered,
    changeGiven: atCounter.tendered === null ? null : atCounter.tendered - payment.amount,
    confirmedBy: accountOf(ctx.actor),
    confirmKey: atCounter.key,
  }
  const atDesk = taken
    ? sql`, method = ${taken.method}, tendered = ${taken.tendered}, change_given = ${taken.changeGiven},
        confirmed_by = ${taken.confirmedBy}, confirm_key = ${taken.confirmKey}`
    : sql``
  const update = sql`
    update payment set status = 'paid', paid_at = ${ctx.now} ${atDesk}
    where brand_id = ${ctx.brandId} and id = ${payment.id} and status = ${payment.status} returning id`
  Object.assign(payment, { status: 'paid', paidAt: ctx.now, ...taken })
  return update
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
