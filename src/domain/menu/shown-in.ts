import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { ok, type Result } from '../shared/result'
import { type PublishRefusal, publishMenu } from './publish'

/** The stores whose menu has this dish. */
export async function storesShowing(tx: Tx, brandId: string, dishId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('menuItem as i')
    .innerJoin('menuCategory as c', (on) =>
      on.onRef('c.brandId', '=', 'i.brandId').onRef('c.id', '=', 'i.menuCategoryId'),
    )
    .innerJoin('menu as m', (on) => on.onRef('m.brandId', '=', 'c.brandId').onRef('m.id', '=', 'c.menuId'))
    .select('m.storeId')
    .distinct()
    .where('i.brandId', '=', brandId)
    .where('i.dishId', '=', dishId)
    .where('m.isActive', '=', true)
    .orderBy('m.storeId')
    .execute()
  return rows.map(({ storeId }) => storeId)
}

/** Publishes the menus of these stores, in id order; the first refusal stops it. */
export async function publishStores(
  tx: Tx,
  ctx: Ctx,
  storeIds: readonly string[],
): Promise<Result<null, PublishRefusal>> {
  for (const storeId of storeIds.toSorted()) {
    const published = await publishMenu(tx, { ...ctx, storeId })
    if (!published.ok) return published
  }
  return ok(null)
}
