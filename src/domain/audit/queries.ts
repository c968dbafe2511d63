import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { subjectName } from './subject'

/** Which entries: what is absent does not narrow. `where` is a store, or the whole brand for those who may read all of it. */
export type AuditFilter = {
  /** An account's id, or 'system'. */
  who?: string | undefined
  /** The first word of the action: 'stock' for 'stock.stop'. */
  what?: string | undefined
  where: { storeId: string } | 'brand'
  /** The tablet it was done at. */
  device?: string | undefined
  /** Half-open span of instants. */
  when?: { from: Date; to: Date } | undefined
  /** Where the page before ended. */
  cursor?: { at: Date; id: string } | null | undefined
  /** An entry to show whole, whether it stands on this page or not. */
  entry?: string | undefined
}

export type AuditEntry = {
  id: string
  at: Date
  accountId: string | null
  actor: string
  storeName: string | null
  /** The tablet it was done at, by its name today. */
  tablet: string | null
  action: string
  subjectId: string | null
  /** What the act was about, by its name today; null when it has none. */
  subject: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

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

type Row = Omit<AuditEntry, 'at'> & { at: string }
type Found = {
  page: Row[] | null
  entry: Row | null
  todayCount: number
  people: AuditPage['people']
  tablets: AuditPage['tablets']
  beside: number
}

const asEntry = (row: Row): AuditEntry => ({ ...row, at: new Date(row.at) })

const columns = sql`l.id, l.at, l.account_id as "accountId", l.actor, s.name as "storeName", t.name as tablet, l.action, l.subject_id as "subjectId",
  ${subjectName} as subject, l.before, l.after`
const from = sql`from audit_log l left join store s on s.brand_id = l.brand_id and s.id = l.store_id
  left join device t on t.brand_id = l.brand_id and t.id = l.device_id`

/** The place alone: the brand is the context's, whatever the URL says. */
const inPlace = (ctx: Ctx, where: AuditFilter['where']): RawBuilder<boolean> =>
  where === 'brand'
    ? sql`l.brand_id = ${ctx.brandId}`
    : sql`l.brand_id = ${ctx.brandId} and l.store_id = ${where.storeId}`

function matching(ctx: Ctx, { who, what, where, device, when, cursor }: AuditFilter): RawBuilder<boolean> {
  const all = [
    inPlace(ctx, where),
    ...(who === 'system' ? [sql`l.account_id is null`] : who ? [sql`l.account_id = ${who}`] : []),
    ...(what ? [sql`split_part(l.action, '.', 1) = ${what}`] : []),
    ...(device ? [sql`l.device_id = ${device}`] : []),
    ...(when ? [sql`l.at >= ${when.from} and l.at < ${when.to}`] : []),
    ...(cursor ? [sql`(l.at, l.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : []),
  ]
  return sql`${sql.join(all, sql` and `)}`
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
    (select jsonb_agg(r order by r.at desc, r.id desc) from (select ${columns} ${from} where ${matching(ctx, filter)}
      order by l.at desc, l.id desc limit ${limit + 1}) r) as page,
    (select to_jsonb(r) from (select ${columns} ${from} where ${place} and l.id = ${filter.entry ?? null}::uuid) r) as entry,
    (select count(*)::int from audit_log l where ${place} and l.at >= ${today}) as today_count,
    (select coalesce(jsonb_agg(distinct jsonb_build_object('accountId', a.id, 'name', coalesce(nullif(a.name, ''), a.username, a.email))), '[]')
      from staff_grant g join account a on a.id = g.account_id
      where g.brand_id = ${ctx.brandId} and (g.store_id = ${ctx.storeId} or g.store_id is null)) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name) order by d.paired_at), '[]') from device d
      where d.brand_id = ${ctx.brandId} and d.store_id = ${ctx.storeId}) as tablets,
    ${beside} as beside`.execute(db)
  const found = rows[0]!
  const items = (found.page ?? []).slice(0, limit).map(asEntry)
  const last = items.at(-1)
  const hasMore = (found.page ?? []).length > limit
  return {
    items,
    next: hasMore && last ? { at: last.at, id: last.id } : null,
    entry: found.entry ? asEntry(found.entry) : null,
    todayCount: found.todayCount,
    people: found.people,
    tablets: found.tablets,
    beside: found.beside,
  }
}
