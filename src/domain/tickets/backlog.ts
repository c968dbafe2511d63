import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { Backlog } from './estimate'

const recentTickets = 20
const countedTickets = 300

/** The live backlog of a store as a JSON column of a larger statement; `store` is the alias of its row. Bounded work, however long the evening. */
export const backlogOf = (store: string): RawBuilder<Backlog> => {
  const s = sql.ref(store)
  return sql<Backlog>`jsonb_build_object(
    'ahead', coalesce((select jsonb_object_agg(coalesce(q.station_id::text, ''), q.n) from (
      select t.station_id, count(*) as n from (
        select station_id from ticket
        where brand_id = ${s}.brand_id and store_id = ${s}.id and ready_at is null and dismissed_at is null
          and status in ('queued', 'preparing') limit ${sql.lit(countedTickets)}) t
      group by t.station_id) q), '{}'),
    'averageMinutes', (select avg(extract(epoch from r.ready_at - r.started_at) / 60)::float8 from (
      select ready_at, coalesce(started_at, queued_at) as started_at from ticket
      where brand_id = ${s}.brand_id and store_id = ${s}.id and ready_at is not null
      order by ready_at desc limit ${sql.lit(recentTickets)}) r))`
}

/** The same by itself. */
export async function readBacklog(db: Db, { brandId, storeId }: Pick<Ctx, 'brandId' | 'storeId'>): Promise<Backlog> {
  const { rows } = await sql<{ backlog: Backlog }>`
    select ${backlogOf('s')} as backlog from store s where s.brand_id = ${brandId} and s.id = ${storeId}`.execute(db)
  return rows[0]?.backlog ?? { ahead: {}, averageMinutes: null }
}
