import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import { availabilityOf, type Channel, type DishAvailability } from './availability'
import type { MenuDish } from './content'
import { menuVersion } from './version'

/** A dish on a store's live menu, with its category and what is left (`stock` null: not counted). */
export type MenuItem = MenuDish & { category: Texts; availability: DishAvailability; stock: number | null }

/** What the store sells now, in menu order, each dish once. One round trip and the cached menu. */
export async function menuItems(
  db: Db,
  ctx: Pick<Ctx, 'brandId' | 'storeId'>,
  channel: Channel = 'api',
): Promise<MenuItem[]> {
  const { brandId, storeId } = ctx
  const rows = await db
    .selectFrom('store as s')
    .leftJoin('inventory as i', (on) => on.onRef('i.brandId', '=', 's.brandId').onRef('i.storeId', '=', 's.id'))
    .select(['s.menuVersionId', 'i.dishId', 'i.optionId', 'i.isStopped', 'i.isTracked', 'i.totalStock'])
    .select(['i.hasOnlineQuota', 'i.availableStock', 'i.alertLevel'])
    .where('s.brandId', '=', brandId)
    .where('s.id', '=', storeId)
    .execute()
  const versionId = rows[0]?.menuVersionId
  if (!versionId) return []
  const content = await menuVersion(db, brandId, versionId)
  const stock = rows.map((row) => ({
    dishId: row.dishId,
    optionId: row.optionId,
    isStopped: row.isStopped ?? false,
    isTracked: row.isTracked ?? false,
    total: row.totalStock ?? 0,
    quota: row.hasOnlineQuota ? row.availableStock : null,
    alertLevel: row.alertLevel ?? 0,
  }))
  const availability = availabilityOf(content, stock, channel)
  const totals = new Map(stock.filter((row) => row.isTracked).map((row) => [row.dishId, row.total]))
  const seen = new Set<string>()
  return content.categories.flatMap(({ name, dishIds }) =>
    dishIds.flatMap((id) => {
      const dish = content.dishes[id]
      if (!dish || seen.has(id)) return []
      seen.add(id)
      return [{ ...dish, category: name, availability: availability.dish(id), stock: totals.get(id) ?? null }]
    }),
  )
}

/** One of them, else null. */
export const menuItem = async (
  db: Db,
  ctx: Pick<Ctx, 'brandId' | 'storeId'>,
  dishId: string,
): Promise<MenuItem | null> => (await menuItems(db, ctx)).find(({ id }) => id === dishId) ?? null
