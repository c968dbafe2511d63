import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { markFailed, paidUpdate } from '../../payments/mark-payment'
import { paymentRow } from '../../payments/open-payment'
import { closeRefund, openRefund } from '../../payments/refunds'
import type { Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { refundsBy, sendRefund } from '../paying/pay-back'
import { followPayments } from '../paying/payment-clock'
import type { WorkOrder, WorkPayment } from '../unit-of-work/work-order'
import { queue } from '../unit-of-work/writes'

/**
 * Makes what is owed fit a new total: what nobody has paid yet is changed, more becomes a bill of its own to be paid at the counter, and
 * too much goes back the way it came, once per revision (R12, R17). Money in minor units.
 */
export async function rebill(tx: Tx, ctx: Ctx, order: WorkOrder, revision: number): Promise<void> {
  const paid = order.payments.filter(({ paidAt }) => paidAt)
  const kept = paid.reduce((sum, p) => sum + p.amount - p.refundPromised, 0)
  await oweAtCounter(tx, ctx, order, Math.max(0, order.total - kept))
  let surplus = kept - order.total
  for (const payment of paid.toReversed()) {
    const amount = Math.min(surplus, payment.amount - payment.refundPromised)
    if (amount <= 0) continue
    surplus -= amount
    const by = refundsBy(payment)
    const id = await openRefund(tx, ctx, payment, { amount, reversalKey: `revision:${revision}`, by })
    if (id && by === 'gateway') await sendRefund(tx, order, id)
    else if (id) await closeRefund(tx, ctx, payment, { id, externalRef: null })
  }
  await followPayments(tx, ctx, order, 'revision')
}

async function oweAtCounter(tx: Tx, ctx: Ctx, order: WorkOrder, owed: number): Promise<void> {
  const open = order.payments.find(({ status }) => status === 'pending')
  if (open && owed > 0) {
    await setAmount(tx, ctx, open, owed)
  } else if (open && order.total === 0 && order.payments.length === 1) {
    // Nothing is asked for any more: that is as good as paid.
    await setAmount(tx, ctx, open, 0)
    const paid = paidUpdate(ctx, open)
    if (paid) await queue(tx, order, { name: 'paid', sql: paid, hits: 1 })
  } else if (open) {
    await markFailed(tx, ctx, open)
  } else if (owed > 0) {
    const bill = newBill(owed)
    await paymentRow(ctx, { id: bill.id, orderId: order.id, method: 'cash', amount: owed, isPaid: false }).execute(tx)
    order.payments.push(bill)
  }
}

async function setAmount(tx: Tx, ctx: Ctx, payment: WorkPayment, amount: number): Promise<void> {
  await sql`
    update payment set amount = ${amount}
    where brand_id = ${ctx.brandId} and id = ${payment.id} and status = 'pending'`.execute(tx)
  payment.amount = amount
}

const newBill = (amount: number): WorkPayment => ({
  ...{ id: newId(), method: 'cash', gateway: null, amount, status: 'pending', refundPromised: 0, refundedAmount: 0 },
  ...{ tendered: null, changeGiven: null, confirmedBy: null, confirmKey: null, paidAt: null, refunds: [] },
})
