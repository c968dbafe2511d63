import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { PaymentEvent, PaymentState } from '../lifecycle'
import { moveOrder } from '../move-order'
import type { WorkOrder } from '../work/work-order'

const eventTo: Partial<Record<PaymentState, PaymentEvent>> = {
  paid: 'pay',
  failed: 'fail',
  partially_refunded: 'refundPart',
  refunded: 'refund',
}

/** What an order's payments together amount to. */
export function paymentStateOf({ payments, paymentState }: Pick<WorkOrder, 'payments' | 'paymentState'>): PaymentState {
  const paid = payments.filter((p) => p.status === 'paid' || p.status === 'partially_refunded' || p.status === 'refunded')
  if (paid.length === 0) return payments.every((p) => p.status === 'failed') ? 'failed' : paymentState
  if (paid.every((p) => p.status === 'refunded')) return 'refunded'
  return paid.some((p) => p.refundedAmount > 0) ? 'partially_refunded' : 'paid'
}

/** Moves the order's payment clock to where its payments are, through the table. */
export async function followPayments(tx: Tx, ctx: Ctx, order: WorkOrder, reason: string | null = null): Promise<void> {
  const to = paymentStateOf(order)
  const event = to === order.paymentState ? undefined : eventTo[to]
  if (!event) return
  const moved = await moveOrder(tx, ctx, order, [{ payment: event }], { reason })
  if (!moved.ok) throw new Error(`order ${order.id}: payments say ${to}, the clock stands at ${order.paymentState}`)
}
