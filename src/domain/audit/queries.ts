import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import {
  type AuditEntry,
  type AuditFilter,
  asEntry,
  columns,
  from,
  inPlace,
  matching,
  paged,
  type Row,
} from './entries'

export type { AuditEntry, AuditFilter } from './entries'

export type AuditPage = {
  items: AuditEntry[]
  next: { at: Date; id: string } | null
  entry: AuditEntry | null
  /** Entries since `today`, in the same place. */
  todayCount: number
  /** Who works here or did: the choices of "who". */
  people: { accountId: string; name: string }[]
  /** The place's tablets, those of the past with them: the choices of "at which". */
  tablets: { id: string; name: string }[]
  beside: number
}

type Found = {
  page: Row[] | null
  entry: Row | null
  todayCount: number
  people: AuditPage['people']
  tablets: AuditPage['tablets']
  beside: number
}

/**
 * A page of the log, newest first (R33), with what the page shows around it. `today` is where today's business day began;
 * `beside` is a number that the frame shows, asked along. One round trip.
 */
export async function auditPage(
  db: Db,
  ctx: Ctx,
  filter: AuditFilter,
  { today, limit, beside }: { today: Date; limit: number; beside: RawBuilder<number> },
): Promise<AuditPage> {
  const place = inPlace(ctx, filter.where)
  const { rows } = await sql<Found>`select
    (select jsonb_agg(r order by r.at desc, r.id desc) from (select ${columns(ctx.lang)} ${from} where ${matching(ctx, filter)}
      order by l.at desc, l.id desc limit ${limit + 1}) r) as page,
    (select to_jsonb(r) from (select ${columns(ctx.lang)} ${from} where ${place} and l.id = ${filter.entry ?? null}::uuid) r) as entry,
    (select count(*)::int from audit_log l where ${place} and l.at >= ${today}) as today_count,
    (select coalesce(jsonb_agg(distinct jsonb_build_object('accountId', a.id, 'name', coalesce(nullif(a.name, ''), a.username, a.email))), '[]')
      from staff_grant g join account a on a.id = g.account_id
      where g.brand_id = ${ctx.brandId} and (g.store_id = ${ctx.storeId} or g.store_id is null)) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.paired_at), '[]') from device d
      where d.brand_id = ${ctx.brandId} and d.store_id = ${ctx.storeId}) as tablets,
    ${beside} as beside`.execute(db)
  const found = rows[0]!
  return {
    ...paged(found.page ?? [], limit),
    entry: found.entry ? asEntry(found.entry) : null,
    todayCount: found.todayCount,
    people: found.people,
    tablets: found.tablets,
    beside: found.beside,
  }
}
