import { createHash } from 'node:crypto'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Db, Tx } from '../../db/connect'
import type { StaffGrant } from '../shared/ctx'
import { callName, grantsColumn, type Person } from './accounts'

declare module 'lucia' {
  interface Register {
    DatabaseUserAttributes: { name: string; grants: StaffGrant[] }
    DatabaseSessionAttributes: { browser?: string; address?: string; lastSeenAt?: Date }
  }
}

/** A session lives this long after it was last used; it is renewed in the second half. */
const lifetime = new TimeSpan(30, 'd')
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Lucia over our tables. The cookie holds the token, the table its SHA-256. Session, account and grants come in one query.
 * Lucia reads the machine's clock; what is stored is told by `now`, so instants are moved by the difference on their way.
 */
function adapter(db: Db, now: Date): Adapter {
  const skew = Date.now() - now.getTime()
  const stored = (expiresAt: Date) => new Date(expiresAt.getTime() - skew)
  const seen = (expiresAt: Date) => new Date(expiresAt.getTime() + skew)
  return {
    async getSessionAndUser(token) {
      const row = await db
        .selectFrom('session as s')
        .innerJoin('account as a', 'a.id', 's.accountId')
        .select(['s.expiresAt', 's.lastSeenAt', 'a.id as userId', 'a.name', 'a.username', 'a.email', 'a.isActive'])
        .select(grantsColumn.as('grants'))
        .where('s.id', '=', hashOf(token))
        .executeTakeFirst()
      if (!row) return [null, null]
      const session = {
        id: token,
        userId: row.userId,
        expiresAt: seen(row.expiresAt),
        attributes: { lastSeenAt: row.lastSeenAt },
      }
      const user = { id: row.userId, attributes: { name: callName(row), grants: row.grants } }
      return [session, row.isActive ? user : null]
    },
    async getUserSessions(userId) {
      const rows = await db.selectFrom('session').select(['id', 'expiresAt']).where('accountId', '=', userId).execute()
      return rows.map(({ id, expiresAt }) => ({ id, userId, expiresAt: seen(expiresAt), attributes: {} }))
    },
    async setSession({ id, userId, expiresAt, attributes: { browser = '', address = '' } }) {
      const seenBy = { browser: browser.slice(0, 200), address: address.slice(0, 64), createdAt: now, lastSeenAt: now }
      const row = { id: hashOf(id), accountId: userId, expiresAt: stored(expiresAt), ...seenBy }
      await db.insertInto('session').values(row).execute()
    },
    async updateSessionExpiration(token, expiresAt) {
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

const lucia = (db: Db, now: Date) =>
  new Lucia(adapter(db, now), {
    sessionExpiresIn: lifetime,
    getUserAttributes: ({ name, grants }) => ({ name, grants }),
    getSessionAttributes: ({ lastSeenAt }) => ({ lastSeenAt }),
  })

/**
 * Who holds this token; null when the session has run out or the account was closed. One query, and a second only to renew, to remove, or
 * to note now and then that it is in use.
 * `isRenewed`: give the browser the cookie again.
 */
export async function readSession(db: Db, token: string, now: Date): Promise<(Person & { isRenewed: boolean }) | null> {
  const { session, user } = await lucia(db, now).validateSession(token)
  if (!session) return null
  await noteUse(db, token, now, (session as { lastSeenAt?: Date }).lastSeenAt)
  const { id: accountId, name, grants } = user as unknown as { id: string; name: string; grants: StaffGrant[] }
  return { accountId, name, grants, isRenewed: session.fresh }
}

const noteEveryMs = 10 * 60_000

async function noteUse(db: Db, token: string, now: Date, last: Date | undefined): Promise<void> {
  if (!last || now.getTime() - last.getTime() < noteEveryMs) return
  await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', hashOf(token)).execute()
}

/** Opens a session and gives its token; the one the browser came with ends, so that nobody can have planted it (rotation). */
export async function startSession(
  tx: Tx,
  now: Date,
  accountId: string,
  oldToken?: string,
  seen: { browser?: string | undefined; address?: string | undefined } = {},
): Promise<string> {
  const sessions = lucia(tx, now)
  if (oldToken) await sessions.invalidateSession(oldToken)
  return (await sessions.createSession(accountId, seen as { browser?: string; address?: string })).id
}

/** Sign-out: the token opens nothing from now on. */
export const endSession = (db: Db, token: string, now: Date): Promise<void> => lucia(db, now).invalidateSession(token)

/** Every session of an account ends, on all devices (a changed password, a closed account). */
export const endAllSessions = (tx: Tx, accountId: string, now: Date): Promise<void> =>
  lucia(tx, now).invalidateUserSessions(accountId)

/** Removes sessions that have run out; for a job now and then. */
export const forgetOldSessions = (db: Db, now: Date): Promise<void> => lucia(db, now).deleteExpiredSessions()
