import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'

/** The category of a menu by its name in any language; a new one at the end, cooked at the store's first station, if there is none. */
export async function categoryByName(tx: Tx, { brandId, storeId }: Ctx, menuId: string, name: string): Promise<string> {
  const categories = await tx
    .selectFrom('menuCategory as c')
    .leftJoin('translation as t', (on) =>
      on.onRef('t.brandId', '=', 'c.brandId').onRef('t.subjectId', '=', 'c.id').on('t.field', '=', 'name'),
    )
    .select(['c.id', 'c.name', 'c.position', 't.text'])
    .where('c.brandId', '=', brandId)
    .where('c.menuId', '=', menuId)
    .execute()
  const known = categories.find((c) => c.name === name || c.text === name)
  if (known) return known.id

  const station = await tx
    .selectFrom('station')
    .select('id')
    .where('brandId', '=', brandId)
    .where('storeId', '=', storeId)
    .orderBy('position')
    .orderBy('id')
    .executeTakeFirst()
  const id = newId()
  const position = Math.max(-1, ...categories.map((c) => c.position)) + 1
  await tx
    .insertInto('menuCategory')
    .values({ brandId, id, menuId, name, stationId: station?.id ?? null, position })
    .execute()
  return id
}

/** The menu a store edits and publishes; null when it has none. */
export async function menuIdOf(tx: Tx, { brandId, storeId }: Ctx): Promise<string | null> {
  const menu = await tx
    .selectFrom('menu')
    .select('id')
    .where('brandId', '=', brandId)
    .where('storeId', '=', storeId)
    .where('isActive', '=', true)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return menu?.id ?? null
}
