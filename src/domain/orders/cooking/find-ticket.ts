import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { staffOrder } from '../find-order'
import type { WorkOrder, WorkTicket } from '../work/work-order'

/** The order of a ticket at this store, locked, with the ticket; null when it is not here. */
export async function ticketOrder(
  tx: Tx,
  ctx: Ctx,
  ticketId: string,
): Promise<{ order: WorkOrder; ticket: WorkTicket } | null> {
  const row = await tx
    .selectFrom('ticket')
    .select('orderId')
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  const order = row ? await staffOrder(tx, ctx, row.orderId) : null
  const ticket = order?.tickets.find((t) => t.id === ticketId)
  return order && ticket ? { order, ticket } : null
}
