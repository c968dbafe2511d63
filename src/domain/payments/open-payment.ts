import type { Tx } from '../../db/connect'
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

/** Opens the payment of an order: what is owed, and how it will be paid. */
export async function openPayment(tx: Tx, ctx: Ctx, { isPaid, ...payment }: NewPayment): Promise<void> {
  await tx
    .insertInto('payment')
    .values({
      brandId: ctx.brandId,
      ...payment,
      status: isPaid ? 'paid' : 'pending',
      createdAt: ctx.now,
      paidAt: isPaid ? ctx.now : null,
    })
    .execute()
}
