import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { Rights } from '../may'
import { pinRules } from '../pins/pin'

export type StaffMember = Rights & {
  /** The grant's id: a person's place at this store. */
  id: string
  accountId: string
  name: string
  /** E.164 */
  phone: string | null
  hasPin: boolean
  /** Too many wrong tries: it opens nothing until it is set anew. */
  isPinLocked: boolean
  /** The tablet of this store that they are on by PIN. */
  onTablet: string | null
  isActive: boolean
  lastSignInAt: Date | null
  createdByName: string | null
  createdAt: Date
}

export type OpenInvitation = Rights & {
  id: string
  name: string
  expiresAt: Date
  createdByName: string | null
  createdAt: Date
}

export type StaffList = {
  members: StaffMember[]
  invitations: OpenInvitation[]
  /** Admins of the brand, who may enter every store of it. */
  admins: string[]
  beside: number
}

const nameOf = (table: string) =>
  sql.raw(`coalesce(nullif(${table}.name, ''), ${table}.username, split_part(${table}.email, '@', 1), '')`)

const member = sql`g.id, g.account_id as "accountId", ${nameOf('a')} as name, a.phone, a.pin_hash is not null as "hasPin",
  a.pin_tries >= ${pinRules.tries} as "isPinLocked", (
    select d.name from session s join device d on d.brand_id = s.brand_id and d.id = s.device_id
    where s.account_id = a.id and d.brand_id = g.brand_id and d.store_id = g.store_id order by s.created_at desc limit 1) as "onTablet",
  g.is_active and a.is_active as "isActive", g.p1, g.p2, g.p3, g.p4, a.last_sign_in_at as "lastSignInAt",
  case when m.id is not null then ${nameOf('m')} end as "createdByName", g.created_at as "createdAt"`
const from = sql`from staff_grant g join account a on a.id = g.account_id left join account m on m.id = g.created_by`

type Dated<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

const asMember = (row: Dated<StaffMember>): StaffMember => ({
  ...row,
  lastSignInAt: row.lastSignInAt === null ? null : new Date(row.lastSignInAt),
  createdAt: new Date(row.createdAt),
})

const asInvitation = (row: Dated<OpenInvitation>): OpenInvitation => ({
  ...row,
  expiresAt: new Date(row.expiresAt),
  createdAt: new Date(row.createdAt),
})

/** Who works at the store, who was asked to, and who may enter anyway; those who left come last. One round trip. */
export async function staffList(db: Db, ctx: Ctx, beside: RawBuilder<number>): Promise<StaffList> {
  type Found = {
    members: Dated<StaffMember>[] | null
    invitations: Dated<OpenInvitation>[] | null
    admins: string[] | null
    beside: number
  }
  const { rows } = await sql<Found>`select
    (select jsonb_agg(r order by r."isActive" desc, r.id) from (select ${member} ${from}
      where g.role = 'store_staff' and g.brand_id = ${ctx.brandId} and g.store_id = ${ctx.storeId}) r) as members,
    (select jsonb_agg(r order by r.id) from (select v.id, v.name, v.p1, v.p2, v.p3, v.p4, v.expires_at as "expiresAt",
      v.created_at as "createdAt", ${nameOf('m')} as "createdByName" from staff_invitation v join account m on m.id = v.created_by
      where v.brand_id = ${ctx.brandId} and v.store_id = ${ctx.storeId} and v.accepted_at is null and v.withdrawn_at is null
        and v.expires_at > ${ctx.now}) r) as invitations,
    (select jsonb_agg(${nameOf('a')} order by g.id) ${from}
      where g.role = 'brand_admin' and g.brand_id = ${ctx.brandId} and g.is_active and a.is_active) as admins,
    ${beside} as beside`.execute(db)
  const found = rows[0]!
  return {
    members: (found.members ?? []).map(asMember),
    invitations: (found.invitations ?? []).map(asInvitation),
    admins: found.admins ?? [],
    beside: found.beside,
  }
}

export type StaffPerson = { member: StaffMember; actsToday: number; beside: number }

/** One person of the store's staff, by their grant; null when it is none of this store's. `today` is where the business day began. */
export async function staffPerson(
  db: Db,
  ctx: Ctx,
  id: string,
  { today, beside }: { today: Date; beside: RawBuilder<number> },
): Promise<StaffPerson | null> {
  const { rows } = await sql<{ member: Dated<StaffMember>; actsToday: number; beside: number }>`
    select to_jsonb(r) as member, ${beside} as beside,
      (select count(*)::int from audit_log l where l.brand_id = ${ctx.brandId} and l.store_id = ${ctx.storeId}
        and l.at >= ${today} and l.account_id = r."accountId") as acts_today
    from (select ${member} ${from} where g.id = ${id} and g.role = 'store_staff' and g.brand_id = ${ctx.brandId}
      and g.store_id = ${ctx.storeId}) r`.execute(db)
  const row = rows[0]
  return row ? { member: asMember(row.member), actsToday: row.actsToday, beside: row.beside } : null
}
