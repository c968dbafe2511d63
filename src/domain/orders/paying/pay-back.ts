import type { Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import { markFailed } from '../../payments/mark-payment'
import { closeRefund, openRefund, reopenRefund } from '../../payments/refunds'
import { worksAt } from '../../people/may'
import type { Ctx } from '../../shared/ctx'
import type { Undone } from '../saga/step'
import type { WorkOrder, WorkPayment } from '../unit-of-work/work-order'
import { flush } from '../unit-of-work/writes'
import { followPayments } from './payment-clock'

/** Whose hands a payment's money goes back through. */
export const refundsBy = (payment: Pick<WorkPayment, 'method'>): 'gateway' | 'counter' =>
  payment.method === 'online' ? 'gateway' : 'counter'

/**
 * Undoes an order's payments, each once (R17): what is still open fails, what came in is sent back by its gateway, or handed over by the
 * staff who cancel. Cash of a guest who cancels by themselves stays owed until staff settle it.
 */
export async function payBack(tx: Tx, ctx: Ctx, order: WorkOrder): Promise<Undone> {
  // What waits may be this very money.
  await flush(tx, order)
  for (const payment of order.payments) {
    if (payment.status === 'pending') await markFailed(tx, ctx, payment)
    else if (payment.status !== 'failed') await refundRest(tx, ctx, order, payment)
  }
  await followPayments(tx, ctx, order)
  const isUnderway = order.payments.some((payment) => payment.refunds.some((refund) => refund.status !== 'done'))
  return { kind: isUnderway ? 'underway' : 'undone' }
}

async function refundRest(tx: Tx, ctx: Ctx, order: WorkOrder, payment: WorkPayment): Promise<void> {
  const by = refundsBy(payment)
  const amount = payment.amount - payment.refundPromised
  const id = await openRefund(tx, ctx, payment, { amount, reversalKey: 'reversal', by })
  if (id) payment.refunds.push({ id, by, amount, status: 'pending', attempts: 0 })
  for (const refund of payment.refunds) {
    if (refund.status === 'done') continue
    if (refund.status === 'failed') await reopenRefund(tx, ctx, refund)
    if (refund.by === 'gateway') await sendRefund(tx, order, refund.id)
    else if (ctx.actor.kind === 'person' && worksAt(ctx.actor, order)) {
      await closeRefund(tx, ctx, payment, { id: refund.id, externalRef: null })
      refund.status = 'done'
    }
  }
}

/** Asks the worker to send a refund now, or at `runAt`; one job per refund, replaced while it waits. */
export const sendRefund = (
  tx: Tx,
  order: Pick<WorkOrder, 'brandId' | 'storeId' | 'id'>,
  refundId: string,
  runAt?: Date,
): Promise<void> =>
  enqueue(
    tx,
    'payment.refund',
    { brandId: order.brandId, storeId: order.storeId, orderId: order.id, refundId },
    { key: `refund:${refundId}`, ...(runAt ? { runAt } : {}) },
  )
