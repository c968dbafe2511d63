import { sql } from 'kysely'
import type { Db } from '../../../db/connect'

/** A boss, or an admin of a brand: who they are, since when, and who made them so. `id` is the grant's. */
export type Keeper = {
  id: string
  role: 'boss' | 'brand_admin'
  brandId: string | null
  name: string
  login: string
  isActive: boolean
  createdAt: Date
  createdByName: string | null
}

/** Somebody asked to mind a brand who has not answered yet. */
export type AskedAdmin = {
  id: string
  brandId: string
  name: string
  expiresAt: Date
  createdByName: string | null
}

export type PlatformPeople = { keepers: Keeper[]; asked: AskedAdmin[] }

const nameOf = (table: string) =>
  sql.raw(`coalesce(nullif(${table}.name, ''), ${table}.username, split_part(${table}.email, '@', 1), '')`)

/** Every boss and brand admin, those who left last, and who was asked to be one. One round trip. */
export async function platformPeople(db: Db, now: Date): Promise<PlatformPeople> {
  type Row = Keeper & { expiresAt: Date | null }
  const { rows } = await sql<Row>`
    select g.id, g.role, g.brand_id, ${nameOf('a')} as name, coalesce(a.username, a.email, a.phone, '') as login,
      g.is_active and a.is_active as is_active, g.created_at, case when m.id is not null then ${nameOf('m')} end as created_by_name,
      null::timestamptz as expires_at
    from staff_grant g join account a on a.id = g.account_id left join account m on m.id = g.created_by
    where g.role in ('boss', 'brand_admin') and a.deleted_at is null
    union all
    select v.id, v.role, v.brand_id, v.name, '', false, v.created_at, ${nameOf('m')}, v.expires_at
    from staff_invitation v join account m on m.id = v.created_by
    where v.role = 'brand_admin' and v.accepted_at is null and v.withdrawn_at is null and v.expires_at > ${now}
    order by is_active desc, id`.execute(db)
  return {
    keepers: rows.filter((row) => row.expiresAt === null).map(({ expiresAt: _, ...keeper }) => keeper),
    asked: rows.flatMap(({ id, brandId, name, expiresAt, createdByName }) =>
      expiresAt && brandId ? [{ id, brandId, name, expiresAt, createdByName }] : [],
    ),
  }
}
