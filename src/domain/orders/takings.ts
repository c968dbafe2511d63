import { sql } from 'kysely'
import type { Db } from '../../db/connect'

export type Takings = { count: number; kept: number }
type StoreDay = { id: string; brandId: string; day: string }

/** Orders that were given a number and the money kept for them (minor units), brand by brand, on each store's own business day. */
export async function takingsOf(db: Db, stores: readonly StoreDay[]): Promise<Map<string, Takings>> {
  const { rows } = await sql<Takings & { brandId: string }>`
    select o.brand_id, count(*)::int as count, coalesce(sum(paid.kept), 0)::float8 as kept
    from unnest(${stores.map((store) => store.brandId)}::uuid[], ${stores.map((store) => store.id)}::uuid[],
        ${stores.map((store) => store.day)}::date[]) as s (brand_id, id, day)
      join orders o on o.brand_id = s.brand_id and o.store_id = s.id and o.business_day = s.day
      left join lateral (select sum(p.amount - p.refunded_amount) as kept from payment p
        where p.brand_id = o.brand_id and p.order_id = o.id and p.paid_at is not null) paid on true
    where o.is_finalized
    group by o.brand_id`.execute(db)
  return new Map(rows.map(({ brandId, count, kept }) => [brandId, { count, kept }]))
}
