import { expect } from 'vitest'
import type { Tx } from '../../../src/db/connect'
import { publishMenu } from '../../../src/domain/menu/publish'
import { type Actor, type Ctx, systemCtx } from '../../../src/domain/shared/ctx'
import { newId } from '../../../src/domain/shared/ids'
import type { Result } from '../../../src/domain/shared/result'

export const noon = new Date('2026-11-20T04:00:00Z')

type Dish = { price?: number; groups?: string[]; category?: string }
type Group = { min?: number; max?: number; single?: boolean; options: Record<string, number> }
type Wanted = {
  dishes?: Record<string, Dish>
  groups?: Record<string, Group>
  categories?: string[]
  store?: Record<string, unknown>
}

/** A brand with one store, open all day, and a published menu: dishes, groups and options by name. */
export async function aShop(
  tx: Tx,
  { dishes = { noodles: {} }, groups = {}, categories = ['food'], store = {} }: Wanted = {},
) {
  const brandId = newId()
  const storeId = newId()
  const slug = `shop-${brandId.slice(-12)}`
  await tx.insertInto('brand').values({ id: brandId, slug, name: '小店', seal: '小' }).execute()
  await tx
    .insertInto('store')
    .values({ brandId, id: storeId, slug: 'main', name: '本店', takesDelivery: true, ...store })
    .execute()
  const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({
    brandId,
    id: newId(),
    storeId,
    weekday,
    opensMinute: 0,
    closesMinute: 1440,
  }))
  await tx.insertInto('storeHours').values(days).execute()
  const stationId = newId()
  await tx.insertInto('station').values({ brandId, id: stationId, storeId, name: '熱檯' }).execute()
  const menuId = newId()
  await tx.insertInto('menu').values({ brandId, id: menuId, storeId, name: '菜單' }).execute()

  const ids = new Map<string, string>()
  const idOf = (name: string) => ids.get(name) ?? ids.set(name, newId()).get(name)!
  for (const [position, name] of categories.entries())
    await tx
      .insertInto('menuCategory')
      .values({ brandId, id: idOf(`category ${name}`), menuId, name, stationId, position })
      .execute()
  for (const [name, { min = 0, max = 1, single = false, options }] of Object.entries(groups)) {
    const inputType = single ? ('single' as const) : ('multiple' as const)
    await tx
      .insertInto('optionCategory')
      .values({ brandId, id: idOf(name), name, inputType, minChoices: min, maxChoices: max })
      .execute()
    for (const [position, [option, priceDelta]] of Object.entries(options).entries()) {
      const row = { brandId, id: idOf(option), optionCategoryId: idOf(name), name: option, priceDelta, position }
      await tx.insertInto('option').values(row).execute()
    }
  }
  for (const [position, [name, { price = 100, groups = [], category = categories[0] }]] of Object.entries(
    dishes,
  ).entries()) {
    const dishId = idOf(name)
    await tx.insertInto('dish').values({ brandId, id: dishId, name, basePrice: price }).execute()
    const menuCategoryId = idOf(`category ${category}`)
    await tx.insertInto('menuItem').values({ brandId, id: newId(), menuCategoryId, dishId, position }).execute()
    for (const [place, group] of groups.entries()) {
      const row = { brandId, dishId, optionCategoryId: idOf(group), position: place }
      await tx.insertInto('dishOptionCategory').values(row).execute()
    }
  }
  const system = systemCtx({ brandId, storeId }, noon)
  const first = must(await publishMenu(tx, system))
  return {
    brandId,
    storeId,
    slug,
    menuId,
    stationId,
    system,
    versionId: first.versionId,
    id: (name: string) => ids.get(name)!,
  }
}

export type Shop = Awaited<ReturnType<typeof aShop>>

export const guest = (): Actor => ({ kind: 'guest', visitor: newId() })

/** What a request of this actor at this shop is told. */
export const at = (shop: Shop, actor: Actor, now = noon): Ctx => ({ ...shop.system, actor, now })

/** So many of a dish are left. */
export async function leave(tx: Tx, { brandId, storeId, id }: Shop, dish: string, totalStock: number) {
  await tx.deleteFrom('inventory').where('brandId', '=', brandId).where('dishId', '=', id(dish)).execute()
  await tx
    .insertInto('inventory')
    .values({ brandId, id: newId(), storeId, dishId: id(dish), isTracked: true, totalStock })
    .execute()
}

/** The dish costs this much from the next version on, which is published. */
export async function reprice(tx: Tx, shop: Shop, dish: string, basePrice: number) {
  await tx
    .updateTable('dish')
    .set({ basePrice })
    .where('brandId', '=', shop.brandId)
    .where('id', '=', shop.id(dish))
    .execute()
  return must(await publishMenu(tx, shop.system))
}

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) expect(result.refusal).toBe('no refusal')
  return (result as { value: T }).value
}
