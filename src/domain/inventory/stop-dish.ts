import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { lockSubject, type Subject } from './subject'

/** The sold-out switch of a dish or option: stops it being sold, or lets it be sold again, whatever the count. Audited. Refuses: not_found. */
export async function stopDish(
  tx: Tx,
  ctx: Ctx,
  input: Subject & { isStopped: boolean; cause?: string },
): Promise<Result<{ inventoryId: string }, { reason: 'not_found' }>> {
  const level = await lockSubject(tx, ctx, input)
  if (!level) return refuse({ reason: 'not_found' })
  if (level.isStopped === input.isStopped) return ok({ inventoryId: level.id })
  await tx
    .updateTable('inventory')
    .set({ isStopped: input.isStopped, updatedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', level.id)
    .execute()
  await audit(tx, ctx, {
    action: input.isStopped ? 'stock.stop' : 'stock.sell_again',
    subjectId: level.id,
    before: { isStopped: level.isStopped },
    after: { isStopped: input.isStopped, cause: input.cause ?? '' },
  })
  announce(tx, `store:${ctx.storeId}:menu`)
  return ok({ inventoryId: level.id })
}
