import type { Adapter } from 'lucia'
import type { Db } from '../../db/connect'
import type { StaffGrant, Tablet } from '../shared/ctx'
import { callName, grantsColumn } from './accounts'
import { grantByPin, may } from './may'
import { hashOf } from './secret'

type Seen = { browser?: string | undefined; address?: string | undefined }
type Bound = { brandId?: string; deviceId?: string | null }

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { name: string; grants: StaffGrant[] }
    DatabaseSessionAttributes: Seen & Bound & { lastSeenAt?: Date }
  }
}

/**
 * Lucia over our tables. The cookie holds the token, the table its SHA-256. Session, account and grants come in one query.
 * Lucia reads the machine's clock; what is stored is told by `now`, so instants are moved by the difference on their way.
 * A session by PIN is there for its own `tablet` alone, only while the person works at that counter, and is never renewed.
 */
export function sessionAdapter(db: Db, now: Date, tablet?: Tablet | null): Adapter {
  const skew = Date.now() - now.getTime()
  const stored = (expiresAt: Date) => new Date(expiresAt.getTime() - skew)
  const seen = (expiresAt: Date) => new Date(expiresAt.getTime() + skew)
  let isByPin = false
  return {
    async getSessionAndUser(token) {
      const row = await db
        .selectFrom('session as s')
        .innerJoin('account as a', 'a.id', 's.accountId')
        .select(['s.expiresAt', 's.lastSeenAt', 's.deviceId'])
        .select(['a.id as userId', 'a.name', 'a.username', 'a.email', 'a.isActive'])
        .select(grantsColumn.as('grants'))
        .where('s.id', '=', hashOf(token))
        .executeTakeFirst()
      if (!row || (row.deviceId && row.deviceId !== tablet?.id)) return [null, null]
      const { userId, deviceId, lastSeenAt } = row
      isByPin = deviceId !== null
      const grants = isByPin && tablet ? grantsOn(tablet, row) : row.grants
      const session = { id: token, userId, expiresAt: seen(row.expiresAt), attributes: { lastSeenAt, deviceId } }
      const user = grants && { id: userId, attributes: { name: callName(row), grants } }
      return [session, row.isActive ? user : null]
    },
    async getUserSessions(userId) {
      const rows = await db.selectFrom('session').select(['id', 'expiresAt']).where('accountId', '=', userId).execute()
      return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt: seen(expiresAt), attributes: {} }))
    },
    async setSession({ id, userId, expiresAt, attributes: { browser = '', address = '', brandId, deviceId } }) {
      const seenBy = { browser: browser.slice(0, 200), address: address.slice(0, 64), createdAt: now, lastSeenAt: now }
      const bound = brandId && deviceId ? { brandId, deviceId } : {}
      const row = { id: hashOf(id), accountId: userId, expiresAt: stored(expiresAt), ...seenBy, ...bound }
      await db.insertInto('session').values(row).execute()
    },
    async updateSessionExpiration(token, expiresAt) {
      if (isByPin) return
      await db
        .updateTable('session')
        .set({ expiresAt: stored(expiresAt) })
        .where('id', '=', hashOf(token))
        .execute()
    },
    async deleteSession(token) {
      await db.deleteFrom('session').where('id', '=', hashOf(token)).execute()
    },
    async deleteUserSessions(userId) {
      await db.deleteFrom('session').where('accountId', '=', userId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('session').where('expiresAt', '<=', now).execute()
    },
  }
}

/** What somebody holds on a tablet; null once they no longer work at its counter. */
function grantsOn(tablet: Tablet, { userId, grants }: { userId: string; grants: StaffGrant[] }): StaffGrant[] | null {
  const person = { kind: 'person' as const, accountId: userId, name: '', visitor: '', grants }
  return may(person, 'counter.use', tablet) ? [grantByPin(tablet)] : null
}
