import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { closeRefund } from '../../payments/refunds'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import { followPayments } from '../paying/payment-clock'
import type { SagaRefusal } from './refusals'
import { undoFinished } from './report-undo'

/**
 * Staff say the money went back another way (cash in the hand, the bank's own page): every open refund of the order counts as done.
 * Refuses: not_found, cause_missing (how it went back must be said), nothing_stuck.
 */
export async function settleByHand(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; note: string },
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  const note = input.note.trim()
  if (!note) return refuse({ reason: 'cause_missing' })
  let amount = 0
  for (const payment of order.payments) {
    for (const refund of payment.refunds.filter(({ status }) => status !== 'done')) {
      await closeRefund(tx, ctx, payment, { id: refund.id, externalRef: null, note })
      refund.status = 'done'
      amount += refund.amount
    }
  }
  if (amount === 0) return refuse({ reason: 'nothing_stuck' })
  await audit(tx, ctx, { action: 'refund.by_hand', subjectId: order.id, after: { amount, note } })
  await followPayments(tx, ctx, order, 'refund')
  await undoFinished(tx, ctx, order, 'payment')
  return ok({ orderId: order.id })
}
