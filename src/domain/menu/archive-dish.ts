import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { type Result, refuse } from '../shared/result'
import type { PublishRefusal } from './publish'
import { publishStores, storesShowing } from './shown-in'

/** Takes a dish off every menu of the brand that has it and publishes them; past orders keep their lines. Refuses: not_found. */
export async function archiveDish(
  tx: Tx,
  ctx: Ctx,
  { dishId }: { dishId: string },
): Promise<Result<null, PublishRefusal>> {
  const stores = await storesShowing(tx, ctx.brandId, dishId)
  if (!stores.includes(ctx.storeId)) return refuse({ reason: 'not_found' })
  const archived = await tx
    .updateTable('dish')
    .set({ isArchived: true, updatedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', dishId)
    .where('isArchived', '=', false)
    .returning('name')
    .executeTakeFirst()
  if (!archived) return refuse({ reason: 'not_found' })
  await audit(tx, ctx, { action: 'dish.archive', subjectId: dishId, before: archived })
  return publishStores(tx, ctx, stores)
}
