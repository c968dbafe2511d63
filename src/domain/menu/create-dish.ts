import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import { type StockRefusal, setStock } from '../inventory/set-stock'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { ok, type Result, refuse } from '../shared/result'
import { categoryByName, menuIdOf } from './category-by-name'
import { type PublishRefusal, publishMenu } from './publish'

/** `price` in minor units; `category` by name, made if new, else the menu's first; `stock` starts counting the dish. */
export type DishInput = {
  name: string
  price: number
  description?: string | undefined
  category?: string | undefined
  stock?: number | undefined
}
export type CreateDishRefusal = PublishRefusal | StockRefusal | { reason: 'category_missing' }

/** Puts a new dish on the store's menu and publishes it. */
export async function createDish(
  tx: Tx,
  ctx: Ctx,
  input: DishInput,
): Promise<Result<{ dishId: string }, CreateDishRefusal>> {
  const { brandId } = ctx
  const menuId = await menuIdOf(tx, ctx)
  if (!menuId) return refuse({ reason: 'no_menu' })
  const menuCategoryId = input.category?.trim()
    ? await categoryByName(tx, ctx, menuId, input.category.trim())
    : await firstCategory(tx, brandId, menuId)
  if (!menuCategoryId) return refuse({ reason: 'category_missing' })

  const dishId = newId()
  const { name, price: basePrice, description = '' } = input
  await tx.insertInto('dish').values({ brandId, id: dishId, name: name.trim(), description, basePrice }).execute()
  await tx
    .insertInto('menuItem')
    .values({ brandId, id: newId(), menuCategoryId, dishId, position: await lastPosition(tx, brandId, menuCategoryId) })
    .execute()
  await audit(tx, ctx, { action: 'dish.create', subjectId: dishId, after: input })
  const published = await publishMenu(tx, ctx)
  if (!published.ok) return published
  if (input.stock === undefined) return ok({ dishId })
  const counted = await setStock(tx, ctx, { dishId, type: 'count', total: input.stock })
  return counted.ok ? ok({ dishId }) : counted
}

async function firstCategory(tx: Tx, brandId: string, menuId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('menuCategory')
    .select('id')
    .where('brandId', '=', brandId)
    .where('menuId', '=', menuId)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

async function lastPosition(tx: Tx, brandId: string, menuCategoryId: string): Promise<number> {
  const row = await tx
    .selectFrom('menuItem')
    .select((q) => q.fn.max('position').as('position'))
    .where('brandId', '=', brandId)
    .where('menuCategoryId', '=', menuCategoryId)
    .executeTakeFirst()
  return (row?.position ?? -1) + 1
}
