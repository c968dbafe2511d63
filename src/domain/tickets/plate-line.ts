import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'

/** Marks one line of a ticket plated, or not after all. */
export async function plateLine(
  tx: Tx,
  ctx: Ctx,
  input: { ticketId: string; lineId: string; isDone: boolean },
): Promise<void> {
  await tx
    .updateTable('ticketLine')
    .set({ isDone: input.isDone, doneAt: input.isDone ? ctx.now : null })
    .where('brandId', '=', ctx.brandId)
    .where('ticketId', '=', input.ticketId)
    .where('orderLineId', '=', input.lineId)
    .execute()
  announce(tx, `store:${ctx.storeId}:tickets`)
}
