import { type RawBuilder, sql } from 'kysely'

const hourMs = 60 * 60_000
const countedTickets = 50

/**
 * Whole minutes until a ticket was ready, on average over the last hour's last tickets, as a column of a larger statement; null without
 * any. `store` is the alias of its row; counted from when tickets were queued or from when they were started; of one station if told.
 * Bounded work, however many an hour.
 */
export function averageOf(
  store: string,
  from: 'queued' | 'started',
  now: Date,
  stationId: string | null = null,
): RawBuilder<number | null> {
  const s = sql.ref(store)
  const since = from === 'queued' ? sql`t.queued_at` : sql`coalesce(t.started_at, t.queued_at)`
  return sql`(select round(extract(epoch from avg(r.took)) / 60)::int from (
    select t.ready_at - ${since} as took from ticket t
    where t.brand_id = ${s}.brand_id and t.store_id = ${s}.id and t.ready_at is not null and t.status = 'ready'
      and t.ready_at > ${new Date(now.getTime() - hourMs)} ${stationId ? sql`and t.station_id = ${stationId}` : sql``}
    order by t.ready_at desc limit ${sql.lit(countedTickets)}) r)`
}
