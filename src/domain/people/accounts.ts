import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { StaffGrant } from '../shared/ctx'

/** A person as every request needs them. */
export type Person = { accountId: string; name: string; grants: StaffGrant[] }

/** The active grants of account `a`, as one JSON column. */
export const grantsColumn = sql<StaffGrant[]>`(
  select coalesce(json_agg(json_build_object('role', g.role, 'brandId', g.brand_id, 'storeId', g.store_id,
    'p1', g.p1, 'p2', g.p2, 'p3', g.p3, 'p4', g.p4)), '[]')
  from staff_grant g where g.account_id = a.id and g.is_active)`

/** The person behind an account that may still be used; else null. */
export async function activePerson(db: Db, accountId: string): Promise<Person | null> {
  return (await personWithPassword(db, accountId))?.person ?? null
}

/** The same, with the hash of their password: what was issued before it changed is worth nothing. One round trip. */
export async function personWithPassword(
  db: Db,
  accountId: string,
): Promise<{ person: Person; passwordHash: string | null } | null> {
  const row = await db
    .selectFrom('account as a')
    .select(['a.id', 'a.name', 'a.username', 'a.email', 'a.passwordHash', grantsColumn.as('grants')])
    .where('a.id', '=', accountId)
    .where('a.isActive', '=', true)
    .executeTakeFirst()
  if (!row) return null
  return { person: { accountId: row.id, name: callName(row), grants: row.grants }, passwordHash: row.passwordHash }
}

/** What a person is called: their name, else what they sign in with. */
export const callName = (account: { name: string; username: string | null; email: string | null }): string =>
  account.name || account.username || (account.email?.split('@')[0] ?? '')

/** What was typed into the one field of the sign-in form: an address has an @, a username none. Both are kept in small letters. */
export function readLogin(login: string): { username: string } | { email: string } {
  const text = login.trim().toLowerCase()
  return text.includes('@') ? { email: text } : { username: text }
}

export type Profile = {
  id: string
  username: string | null
  email: string | null
  phone: string | null
  name: string
  customerId: string | null
  grants: StaffGrant[]
  createdAt: Date
}

/** The person's own account, with their customer profile at a brand. */
export async function myProfile(db: Db, brandId: string, accountId: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('account as a')
    .leftJoin('customer as c', (on) => on.onRef('c.accountId', '=', 'a.id').on('c.brandId', '=', brandId))
    .select(['a.id', 'a.username', 'a.email', 'a.phone', 'a.name', 'a.createdAt', 'c.id as customerId'])
    .select(grantsColumn.as('grants'))
    .where('a.id', '=', accountId)
    .where('a.isActive', '=', true)
    .executeTakeFirst()
  return row ?? null
}
