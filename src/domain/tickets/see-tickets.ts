import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result } from '../shared/result'

/** Somebody at the board has seen these new tickets: they stop ringing, on every board of the store (R35). Others are left alone. */
export async function seeTickets(tx: Tx, ctx: Ctx, input: { ticketIds: string[] }): Promise<Result<{ seen: number }, never>> {
  if (input.ticketIds.length === 0) return ok({ seen: 0 })
  const { numUpdatedRows } = await tx
    .updateTable('ticket')
    .set({ seenAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('id', 'in', input.ticketIds)
    .where('status', '=', 'queued')
    .where('seenAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) announce(tx, `store:${ctx.storeId}:tickets`)
  return ok({ seen: Number(numUpdatedRows) })
}
