import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import { isInSight, isStuck } from './stuck'

/** Stores with sagas that want a look, and how many. One round trip. */
export async function stuckEverywhere(db: Db, now: Date): Promise<{ storeId: string; count: number }[]> {
  const { rows } = await sql<{ storeId: string; count: number }>`
    select o.store_id, count(*)::int as count from saga g join orders o on o.brand_id = g.brand_id and o.id = g.order_id
    where ${isInSight} and ${isStuck(now)} group by o.store_id order by count desc`.execute(db)
  return rows
}
