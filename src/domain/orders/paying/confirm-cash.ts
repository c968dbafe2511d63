import type { Tx } from '../../../db/connect'
import { paidUpdate } from '../../payments/mark-payment'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import { isOver } from '../lifecycle'
import { type Move, moveOrder } from '../move-order'
import { carryOnOrBack } from '../saga/engine'
import type { WorkOrder, WorkPayment } from '../unit-of-work/work-order'
import { queue } from '../unit-of-work/writes'

export type CashInput = {
  orderId?: string
  paymentId?: string
  /** card_terminal records that the shop's own card machine took it: always exact. */
  method?: 'cash' | 'card_terminal'
  tendered?: number
  key: string
}
export type CashTaken = {
  orderId: string
  paymentId: string
  amount: number
  tendered: number
  change: number
  replayed: boolean
}
export type CashRefusal =
  | { reason: 'not_found' }
  | { reason: 'already_paid'; at: Date; by: string | null }
  | { reason: 'not_cash' }
  | { reason: 'too_little'; missing: number }
  | { reason: 'order_over' }

/**
 * Staff took the money. Exactly once, whoever asks: the same key gives the first answer, another cashier is refused already_paid. Money in
 * minor units; without `tendered` it was exact. Taking money for an order not yet accepted accepts it. Refuses as CashRefusal says.
 */
export async function confirmCash(tx: Tx, ctx: Ctx, input: CashInput): Promise<Result<CashTaken, CashRefusal>> {
  const orderId = input.orderId ?? (await orderOf(tx, ctx, input.paymentId))
  const order = orderId ? await staffOrder(tx, ctx, orderId) : null
  const payment = order && wantedPayment(order, input)
  if (!order || !payment) return refuse({ reason: 'not_found' })
  if (payment.confirmKey === input.key) return ok(taken(order, payment, true))
  if (payment.paidAt) return refuse({ reason: 'already_paid', at: payment.paidAt, by: await nameOf(tx, payment) })
  if (isOver(order.fulfilment)) return refuse({ reason: 'order_over' })
  if (payment.method === 'online') return refuse({ reason: 'not_cash' })

  const method = input.method ?? 'cash'
  const tendered = method === 'cash' ? (input.tendered ?? payment.amount) : null
  if (tendered !== null && tendered < payment.amount)
    return refuse({ reason: 'too_little', missing: payment.amount - tendered })
  const paid = paidUpdate(ctx, payment, { method, tendered, key: input.key })
  if (paid) await queue(tx, order, { name: 'paid', sql: paid, hits: 1 })
  const moves: Move[] = []
  // A later round's money finds the order paid for what came before.
  if (order.paymentState !== 'paid') moves.push({ payment: 'pay' })
  if (order.fulfilment === 'placed') moves.push({ fulfilment: 'accept' })
  const moved = await moveOrder(tx, ctx, order, moves, {
    audit: { action: 'payment.confirm', subjectId: payment.id, after: { method, amount: payment.amount, tendered } },
  })
  if (!moved.ok) throw new Error(`order ${order.id}: a pending payment on a clock at ${order.paymentState}`)
  await carryOnOrBack(tx, ctx, order)
  return ok(taken(order, payment, false))
}

/** The one that is named; else that which this key confirmed, or which is still open. */
const wantedPayment = ({ payments }: WorkOrder, { paymentId, key }: CashInput): WorkPayment | undefined =>
  paymentId
    ? payments.find(({ id }) => id === paymentId)
    : (payments.find((p) => p.confirmKey === key) ?? payments.find((p) => p.status === 'pending') ?? payments[0])

const taken = (order: WorkOrder, { id, amount, tendered, changeGiven }: WorkPayment, replayed: boolean): CashTaken => ({
  orderId: order.id,
  paymentId: id,
  amount,
  tendered: tendered ?? amount,
  change: changeGiven ?? 0,
  replayed,
})

async function orderOf(tx: Tx, ctx: Ctx, paymentId: string | undefined): Promise<string | null> {
  if (!paymentId) return null
  const row = await tx
    .selectFrom('payment')
    .select('orderId')
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', paymentId)
    .executeTakeFirst()
  return row?.orderId ?? null
}

async function nameOf(tx: Tx, { confirmedBy }: WorkPayment): Promise<string | null> {
  if (!confirmedBy) return null
  const account = await tx.selectFrom('account').select('name').where('id', '=', confirmedBy).executeTakeFirst()
  return account?.name ?? null
}
