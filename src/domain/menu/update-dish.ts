import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import { type StockRefusal, setStock } from '../inventory/set-stock'
import type { Ctx } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { categoryByName, menuIdOf } from './category-by-name'
import type { DishInput } from './create-dish'
import type { PublishRefusal } from './publish'
import { publishStores, storesShowing } from './shown-in'

export type UpdateDishInput = { dishId: string } & { [K in keyof DishInput]?: DishInput[K] | undefined }
export type UpdateDishRefusal = PublishRefusal | StockRefusal

/**
 * Changes a dish on this store's menu and publishes every menu that shows it. Name and description are the brand's; price, category
 * and stock are this store's alone. Refuses: not_found when this store's menu does not have it.
 */
export async function updateDish(
  tx: Tx,
  ctx: Ctx,
  input: UpdateDishInput,
): Promise<Result<{ dishId: string }, UpdateDishRefusal>> {
  const { dishId, ...change } = input
  const items = await lockItems(tx, ctx, dishId)
  const [item] = items
  if (!item) return refuse({ reason: 'not_found' })
  const { brandId } = ctx

  const name = change.name?.trim() ?? item.name
  const description = change.description ?? item.description
  await tx
    .updateTable('dish')
    .set({ name, description, updatedAt: ctx.now })
    .where('brandId', '=', brandId)
    .where('id', '=', dishId)
    .execute()
  const category = change.category?.trim()
  const wanted = category ? await categoryByName(tx, ctx, item.menuId, category) : item.menuCategoryId
  const isThere = items.some(({ menuCategoryId }) => menuCategoryId === wanted)
  await tx
    .updateTable('menuItem')
    .set({ price: change.price ?? item.price, menuCategoryId: isThere ? item.menuCategoryId : wanted })
    .where('brandId', '=', brandId)
    .where('id', '=', item.id)
    .execute()
  const before = { name: item.name, description: item.description, price: item.price ?? item.basePrice }
  await audit(tx, ctx, { action: 'dish.update', subjectId: dishId, before, after: change })

  const published = await publishStores(tx, ctx, await storesShowing(tx, brandId, dishId))
  if (!published.ok) return published
  if (change.stock === undefined) return ok({ dishId })
  const counted = await setStock(tx, ctx, { dishId, type: 'count', total: change.stock })
  return counted.ok ? ok({ dishId }) : counted
}

/** Where this store's menu has the dish, in menu order; the dish is locked. */
async function lockItems(tx: Tx, ctx: Ctx, dishId: string) {
  const menuId = await menuIdOf(tx, ctx)
  return tx
    .selectFrom('menuItem as i')
    .innerJoin('menuCategory as c', (on) =>
      on.onRef('c.brandId', '=', 'i.brandId').onRef('c.id', '=', 'i.menuCategoryId'),
    )
    .innerJoin('dish as d', (on) => on.onRef('d.brandId', '=', 'i.brandId').onRef('d.id', '=', 'i.dishId'))
    .select(['i.id', 'i.price', 'i.menuCategoryId', 'c.menuId', 'd.name', 'd.description', 'd.basePrice'])
    .where('i.brandId', '=', ctx.brandId)
    .where('i.dishId', '=', dishId)
    .where('c.menuId', '=', menuId)
    .where('d.isArchived', '=', false)
    .orderBy('c.position')
    .forUpdate('d')
    .execute()
}
