import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { PaymentEvent, PaymentState } from '../lifecycle'
import { moveOrder } from '../move-order'
import type { WorkOrder } from '../unit-of-work/work-order'

const eventTo: Partial<Record<PaymentState, PaymentEvent>> = {
  paid: 'pay',
  failed: 'fail',
  partially_refunded: 'refundPart',
  refunded: 'refund',
}

/** What an order's payments together amount to: a surplus that went back leaves it paid. */
export function paymentStateOf({
  payments,
  paymentState,
  total,
}: Pick<WorkOrder, 'payments' | 'paymentState' | 'total'>): PaymentState {
  const paid = payments.filter(({ paidAt }) => paidAt)
  if (paid.length === 0) return payments.every((p) => p.status === 'failed') ? 'failed' : paymentState
  const kept = paid.reduce((sum, p) => sum + p.amount - p.refundedAmount, 0)
  const asked = payments.reduce((sum, p) => (p.status === 'pending' ? sum + p.amount : sum), 0)
  // What a later round still asks for does not undo what was paid.
  if (kept + asked >= total) return 'paid'
  return kept === 0 ? 'refunded' : 'partially_refunded'
}

/** Moves the order's payment clock to where its payments are, through the table. */
export async function followPayments(tx: Tx, ctx: Ctx, order: WorkOrder, reason: string | null = null): Promise<void> {
  const to = paymentStateOf(order)
  const event = to === order.paymentState ? undefined : eventTo[to]
  if (!event) return
  const moved = await moveOrder(tx, ctx, order, [{ payment: event }], { reason })
  if (!moved.ok) throw new Error(`order ${order.id}: payments say ${to}, the clock stands at ${order.paymentState}`)
}
