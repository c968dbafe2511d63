import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { callNumber } from '../shared/call-number'
import type { Ctx } from '../shared/ctx'

export type OpenNow = { count: number; oldest: { number: string | null; total: number; currency: string }[] }

/** How many orders of the store are under way, and the first few: whoever works on finds them as they were. One round trip. */
export async function openNow(db: Db, ctx: Ctx, most: number): Promise<OpenNow> {
  type Row = { sequence: number | null; total: number; currency: string; count: number }
  const { rows } = await sql<Row>`
    select o.sequence, o.total, o.currency, count(*) over ()::int as count from orders o
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.ended_at is null and o.fulfilment <> 'draft'
    order by o.created_at, o.id limit ${most}`.execute(db)
  return {
    count: rows[0]?.count ?? 0,
    oldest: rows.map(({ sequence, total, currency }) => ({ number: callNumber(sequence), total, currency })),
  }
}
