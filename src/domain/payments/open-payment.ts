import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../shared/ctx'

export type NewPayment = {
  id: string
  orderId: string
  method: 'cash' | 'online'
  /** Minor units. */
  amount: number
  /** An order that costs nothing is paid from the start. */
  isPaid: boolean
}

/** The payment of an order as an INSERT: what is owed, and how it will be paid. */
export const paymentRow = (ctx: Ctx, { id, orderId, method, amount, isPaid }: NewPayment): RawBuilder<unknown> => sql`
  insert into payment (brand_id, id, order_id, method, amount, status, created_at, paid_at)
  values (${ctx.brandId}, ${id}, ${orderId}, ${method}, ${amount}, ${isPaid ? 'paid' : 'pending'}, ${ctx.now},
    ${isPaid ? ctx.now : null}::timestamptz)`
