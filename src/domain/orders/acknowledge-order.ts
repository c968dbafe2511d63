import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'

/** Stops the ringing of a new order (R35). Refuses: not_found. */
export async function acknowledgeOrder(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string },
): Promise<Result<{ orderId: string }, { reason: 'not_found' }>> {
  const row = await tx
    .updateTable('orders')
    .set((eb) => ({ acknowledgedAt: eb.fn.coalesce('acknowledgedAt', eb.val(ctx.now)) }))
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('id', '=', input.orderId)
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ reason: 'not_found' })
  await audit(tx, ctx, { action: 'order.acknowledge', subjectId: row.id })
  announce(tx, `store:${ctx.storeId}:orders`)
  return ok({ orderId: row.id })
}
