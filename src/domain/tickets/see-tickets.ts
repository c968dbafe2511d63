import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result } from '../shared/result'

/** Somebody at the board has noticed these tickets: they stop ringing (R35). Ones that are not here are passed over. */
export async function seeTickets(tx: Tx, ctx: Ctx, input: { ticketIds: string[] }): Promise<Result<void, never>> {
  if (input.ticketIds.length === 0) return ok(undefined)
  await tx
    .updateTable('ticket')
    .set({ seenAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('storeId', '=', ctx.storeId)
    .where('id', 'in', input.ticketIds)
    .where('seenAt', 'is', null)
    .execute()
  announce(tx, `store:${ctx.storeId}:tickets`)
  return ok(undefined)
}
