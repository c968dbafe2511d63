import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { type Ctx, ownerOf } from '../shared/ctx'

/** How many portions the actor has in the cart at the context's store. */
export async function cartCount(db: Db, ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(l.quantity), 0)::int as count from cart c
    join cart_line l on l.brand_id = c.brand_id and l.cart_id = c.id
    where c.brand_id = ${ctx.brandId} and c.store_id = ${ctx.storeId} and c.owner = ${ownerOf(ctx.actor)}`.execute(db)
  return rows[0]!.count
}
