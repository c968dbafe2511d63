import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Lang } from '../../shared/ctx'
import { callName } from '../accounts'
import type { ProviderName } from '../identities/provider'
import { pinRules } from '../pins/pin'
import { hashOf } from '../secret'

export type Gender = 'female' | 'male' | 'other'
/** What a person wants to be told of. What was never asked is as `usualNotices` says. */
export type Notices = { ready: boolean; news: boolean }
export const usualNotices: Notices = { ready: true, news: false }

export type Address = { id: string; label: string; address: string; isDefault: boolean }
/** A browser somebody is signed in with, or a store's tablet they are on by PIN. */
export type Device = {
  id: string
  browser: string
  address: string
  lastSeenAt: Date
  tablet: string | null
  isThis: boolean
}

/** Who somebody is at a provider that opens their account too. */
export type LinkedIdentity = { provider: ProviderName; name: string }

export type AccountView = {
  name: string
  calledName: string
  username: string | null
  email: string | null
  phone: string | null
  isPhoneVerified: boolean
  hasPassword: boolean
  hasPin: boolean
  /** Too many wrong tries: it opens nothing until it is set anew. */
  isPinLocked: boolean
  /** YYYY-MM-DD */
  birthDate: string | null
  gender: Gender | null
  lang: Lang
  notices: Notices
  createdAt: Date
  orderCount: number
  identities: LinkedIdentity[]
  addresses: Address[]
  devices: Device[]
}

/** Everything the person's own page shows; `token` is this browser's session. Null for an account that was closed. */
export async function accountView(db: Db, accountId: string, token: string, now: Date): Promise<AccountView | null> {
  const row = await db
    .selectFrom('account as a')
    .selectAll('a')
    .select(
      sql<number>`(select count(*)::int from orders o where o.account_id = a.id and o.fulfilment = 'completed')`.as(
        'orderCount',
      ),
    )
    .where('a.id', '=', accountId)
    .where('a.isActive', '=', true)
    .executeTakeFirst()
  if (!row) return null
  const [addresses, sessions, identities] = await Promise.all([
    addressesOf(db, accountId),
    sessionsOf(db, accountId, now),
    identitiesOf(db, accountId),
  ])
  const { name, username, email, phone, birthDate, createdAt, orderCount } = row
  const here = hashOf(token)
  return {
    ...{ name, username, email, phone, birthDate, createdAt, orderCount, addresses, identities },
    calledName: callName(row),
    isPhoneVerified: row.phoneVerifiedAt !== null,
    hasPassword: row.passwordHash !== null,
    hasPin: row.pinHash !== null,
    isPinLocked: row.pinTries >= pinRules.tries,
    gender: row.gender as Gender | null,
    lang: row.lang === 'en' ? 'en' : 'zh-Hant',
    notices: { ...usualNotices, ...(row.notices as Partial<Notices>) },
    devices: sessions.map((session) => ({ ...session, isThis: session.id === here })),
  }
}

/** The address book, the default first. */
export const addressesOf = (db: Db, accountId: string): Promise<Address[]> =>
  db
    .selectFrom('accountAddress')
    .select(['id', 'label', 'address', 'isDefault'])
    .where('accountId', '=', accountId)
    .orderBy('isDefault', 'desc')
    .orderBy('id')
    .execute()

const identitiesOf = (db: Db, accountId: string): Promise<LinkedIdentity[]> =>
  db.selectFrom('accountIdentity').select(['provider', 'name']).where('accountId', '=', accountId).execute()

const sessionsOf = (db: Db, accountId: string, now: Date) =>
  db
    .selectFrom('session as s')
    .leftJoin('device as d', (on) => on.onRef('d.brandId', '=', 's.brandId').onRef('d.id', '=', 's.deviceId'))
    .select(['s.id', 's.browser', 's.address', 's.lastSeenAt', 'd.name as tablet'])
    .where('s.accountId', '=', accountId)
    .where('s.expiresAt', '>', now)
    .orderBy('s.lastSeenAt', 'desc')
    .limit(50)
    .execute()
