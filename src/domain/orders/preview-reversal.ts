import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import { isOver } from './lifecycle'
import { maySee } from './may-see'
import { refundsBy } from './paying/pay-back'
import { readOrder } from './unit-of-work/lock-order'

/** What cancelling would do, each once (R17). Money in minor units. */
export type Reversal = {
  orderId: string
  /** null when nobody paid; `by` says whether the gateway sends it or the counter hands it back. */
  money: { amount: number; method: string; by: 'gateway' | 'counter' } | null
  stock: { name: Texts; quantity: number; fate: 'back' | 'waste' }[]
  tickets: { stationId: string | null; started: boolean }[]
  delivery: boolean
}

/** What cancelling this order now would do; null when it is over, not there or not for this actor. Two round trips. */
export async function previewReversal(db: Db, ctx: Ctx, orderId: string): Promise<Reversal | null> {
  const order = await readOrder(db, ctx.brandId, orderId)
  if (!order || order.storeId !== ctx.storeId || !maySee(ctx.actor, order) || isOver(order.fulfilment)) return null
  const { rows } = await sql<{ dishId: string | null; optionId: string | null; quantity: number }>`
    select i.dish_id, i.option_id, h.quantity from stock_hold h
      join inventory i on i.brand_id = h.brand_id and i.id = h.inventory_id
    where h.brand_id = ${ctx.brandId} and h.order_id = ${orderId} and h.state in ('held', 'sold') order by i.id`.execute(
    db,
  )

  const names = new Map<string, Texts>(order.lines.flatMap((line) => line.options.map((o) => [o.id, o.name] as const)))
  for (const line of order.lines) names.set(line.dishId, line.name)
  const owed = order.payments.filter((p) => p.amount > p.refundPromised && p.paidAt)
  const amount = owed.reduce((sum, p) => sum + p.amount - p.refundPromised, 0)
  return {
    orderId,
    money: owed[0] ? { amount, method: owed[0].method, by: refundsBy(owed[0]) } : null,
    stock: rows.map((row) => ({
      name: names.get(row.dishId ?? row.optionId ?? '') ?? {},
      quantity: row.quantity,
      fate: order.startedAt ? 'waste' : 'back',
    })),
    tickets: order.tickets
      .filter((ticket) => ticket.status !== 'cancelled')
      .map(({ stationId, status }) => ({ stationId, started: status === 'preparing' || status === 'ready' })),
    delivery: order.delivery !== null && order.delivery.status !== 'cancelled',
  }
}
