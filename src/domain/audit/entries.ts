import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Lang } from '../shared/ctx'
import { nameIn } from '../shared/name-in'
import { subjectName } from './subject'

/** Which entries: what is absent does not narrow. `where` is a store,
 * the whole brand for those who may read all of it, or what belongs to no brand, for the boss. */
export type AuditFilter = {
  /** An account's id, or 'system'. */
  who?: string | undefined
  /** The first word of the action: 'stock' for 'stock.stop'. */
  what?: string | undefined
  where: { storeId: string } | 'brand' | 'no_brand'
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

export type Row = Omit<AuditEntry, 'at'> & { at: string }
export const asEntry = (row: Row): AuditEntry => ({ ...row, at: new Date(row.at) })

export const columns = (
  lang: Lang,
) => sql`l.id, l.at, l.account_id as "accountId", l.actor, ${nameIn(lang, 's')} as "storeName", t.name as tablet, l.action, l.subject_id as "subjectId",
  ${subjectName(lang)} as subject, l.before, l.after`
export const from = sql`from audit_log l left join store s on s.brand_id = l.brand_id and s.id = l.store_id
  left join device t on t.brand_id = l.brand_id and t.id = l.device_id`

/** The place alone: the brand is the context's, whatever the URL says. */
export function inPlace(ctx: Ctx, where: AuditFilter['where']): RawBuilder<boolean> {
  if (where === 'no_brand') return sql`l.brand_id is null`
  if (where === 'brand') return sql`l.brand_id = ${ctx.brandId}`
  return sql`l.brand_id = ${ctx.brandId} and l.store_id = ${where.storeId}`
}

export function matching(ctx: Ctx, { who, what, where, device, when, cursor }: AuditFilter): RawBuilder<boolean> {
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

export type AuditCursor = { at: Date; id: string }

/** `limit` entries of a list that holds one more where there is more, and where the next ones begin. */
export function paged(rows: readonly Row[], limit: number): { items: AuditEntry[]; next: AuditCursor | null } {
  const items = rows.slice(0, limit).map(asEntry)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { at: last.at, id: last.id } : null }
}

/** Entries alone, newest first, for a file that holds them all page by page. */
export async function auditEntries(
  db: Db,
  ctx: Ctx,
  filter: AuditFilter,
  limit: number,
): Promise<{ items: AuditEntry[]; next: AuditCursor | null }> {
  const { rows } = await sql<Row>`select ${columns(ctx.lang)} ${from} where ${matching(ctx, filter)}
    order by l.at desc, l.id desc limit ${limit + 1}`.execute(db)
  return paged(rows, limit)
}

export type PlatformAudit = {
  items: AuditEntry[]
  next: AuditCursor | null
  /** Who ever did something here: the choices of "who". */
  people: { accountId: string; name: string }[]
}

/** What was done above the brands, newest first, and by whom. One round trip. */
export async function platformAudit(
  db: Db,
  ctx: Ctx,
  filter: Omit<AuditFilter, 'where'>,
  limit: number,
): Promise<PlatformAudit> {
  const where = matching(ctx, { ...filter, where: 'no_brand' })
  const { rows } = await sql<{ page: Row[] | null; people: PlatformAudit['people'] | null }>`select
    (select jsonb_agg(r order by r.at desc, r.id desc) from (select ${columns(ctx.lang)} ${from} where ${where}
      order by l.at desc, l.id desc limit ${limit + 1}) r) as page,
    (select jsonb_agg(jsonb_build_object('accountId', p.account_id, 'name', p.actor)) from (
      select distinct on (l.account_id) l.account_id, l.actor from audit_log l
      where l.brand_id is null and l.account_id is not null order by l.account_id, l.at desc) p) as people`.execute(db)
  return { ...paged(rows[0]?.page ?? [], limit), people: rows[0]?.people ?? [] }
}
