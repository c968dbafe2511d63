import type { Tx } from '../../../db/connect'
import { sellHeld } from '../../inventory/sell-held'
import type { Attempt } from '../../payments/attempts'
import { paidUpdate } from '../../payments/mark-payment'
import { openRefund } from '../../payments/refunds'
import type { Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { isOver } from '../lifecycle'
import { type Move, moveOrder } from '../move-order'
import { carryOnOrBack } from '../saga/engine'
import { moveSaga, moveStep } from '../saga/record-step'
import { saveSaga } from '../saga/save-saga'
import { heldAtMost } from '../steps/inventory'
import { paymentStep } from '../steps/payment'
import type { WorkOrder, WorkPayment } from '../unit-of-work/work-order'
import { queue } from '../unit-of-work/writes'
import { payBack, sendRefund } from './pay-back'
import { followPayments } from './payment-clock'

/**
 * An approved payment meets its order: a draft becomes final, an order that has ended sends the money back by itself (R9), and money that
 * was paid before is a surplus and goes back as well.
 */
export async function moneyArrived(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  payment: WorkPayment,
  attempt: Attempt,
): Promise<'paid' | 'sent_back'> {
  const paid = paidUpdate(ctx, payment)
  if (paid) await queue(tx, order, { name: 'paid', sql: paid, hits: 1 })
  else {
    await sendSurplusBack(tx, ctx, order, payment, attempt)
    return 'sent_back'
  }
  if (isOver(order.fulfilment)) {
    await sendLateMoneyBack(tx, ctx, order)
    return 'sent_back'
  }
  await finalise(tx, ctx, order)
  return 'paid'
}

/** The draft gets its number and everything that waited for the money goes on (R20). A promise made before the payment keeps its length. */
async function finalise(tx: Tx, ctx: Ctx, order: WorkOrder): Promise<void> {
  const moves: Move[] = [{ payment: 'pay' }]
  if (order.fulfilment === 'draft') moves.push({ fulfilment: 'place' })
  if (order.fulfilment === 'draft' && order.store.autoAccept) moves.push({ fulfilment: 'accept' })
  const isDraft = order.fulfilment === 'draft'
  const waited = Math.max(0, ctx.now.getTime() - order.createdAt.getTime())
  const moved = await moveOrder(
    tx,
    ctx,
    order,
    moves,
    isDraft ? { final: true, promisedAt: new Date(order.promisedAt.getTime() + waited) } : {},
  )
  if (!moved.ok) throw new Error(`order ${order.id}: paid, but its clock stands at ${order.paymentState}`)
  if (isDraft) await sellHeld(tx, ctx, { orderId: order.id, atMost: heldAtMost(order) })
  await carryOnOrBack(tx, ctx, order)
}

/** The saga turns to its payment once more: the money that came after the end goes back the way every refund goes. */
async function sendLateMoneyBack(tx: Tx, ctx: Ctx, order: WorkOrder): Promise<void> {
  const { saga } = order
  const row = saga.steps.get(paymentStep.name)
  if (!row) throw new Error(`order ${order.id} has a payment and no payment step`)
  await followPayments(tx, ctx, order, 'late_payment')
  moveSaga(saga, 'lateMoney')
  moveStep(saga, row, 'undo', ctx)
  row.undoAttempts++
  row.undoneAt = null
  await payBack(tx, ctx, order)
  await saveSaga(tx, ctx, order)
}

/** One bill paid through two conversations: the second becomes a payment of its own and is sent back whole. */
async function sendSurplusBack(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  payment: WorkPayment,
  attempt: Attempt,
): Promise<void> {
  const id = newId()
  const { amount } = payment
  await tx
    .insertInto('payment')
    .values({
      brandId: ctx.brandId,
      id,
      orderId: order.id,
      method: 'online',
      gateway: attempt.gateway,
      amount,
      status: 'paid',
      createdAt: ctx.now,
      paidAt: ctx.now,
    })
    .execute()
  await tx
    .updateTable('paymentAttempt')
    .set({ paymentId: id })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', attempt.id)
    .execute()
  const surplus = { id, amount, status: 'paid', refundPromised: 0, refundedAmount: 0 } as const
  const refundId = await openRefund(tx, ctx, { ...surplus }, { amount, reversalKey: 'surplus', by: 'gateway' })
  if (refundId) await sendRefund(tx, order, refundId)
}
