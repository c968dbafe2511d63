import type { Db } from '../../db/connect'

/** An active store by its id; without an id the first ever opened (of the brand, if one is named), which is the REST contract's default. */
export async function storeById(
  db: Db,
  storeId?: string,
  brandId?: string,
): Promise<{ brandId: string; storeId: string } | null> {
  const row = await db
    .selectFrom('store as s')
    .innerJoin('brand as b', 'b.id', 's.brandId')
    .select(['s.brandId', 's.id as storeId'])
    .where('s.isActive', '=', true)
    .where('b.isActive', '=', true)
    .$if(storeId !== undefined, (q) => q.where('s.id', '=', storeId ?? ''))
    .$if(brandId !== undefined, (q) => q.where('s.brandId', '=', brandId ?? ''))
    .orderBy('s.brandId')
    .orderBy('s.id')
    .executeTakeFirst()
  return row ?? null
}
