import { Lucia, TimeSpan } from 'lucia'
import type { Db, Tx } from '../../db/connect'
import type { StaffGrant, Tablet } from '../shared/ctx'
import { callName, type Person } from './accounts'
import { pinRules } from './pins/pin'
import { hashOf } from './secret'
import { sessionAdapter } from './session-adapter'

/** A session lives this long after it was last used; it is renewed in the second half. One by PIN is not. */
const lifetime = new TimeSpan(30, 'd')
const pinLifetime = new TimeSpan(pinRules.hours, 'h')

const lucia = (db: Db, now: Date, { tablet, lasts = lifetime }: { tablet?: Tablet | null; lasts?: TimeSpan } = {}) =>
  new Lucia(sessionAdapter(db, now, tablet), {
    sessionExpiresIn: lasts,
    getUserAttributes: ({ name, grants }) => ({ name, grants }),
    getSessionAttributes: ({ lastSeenAt, deviceId }) => ({ lastSeenAt, deviceId }),
  })

/**
 * Who holds this token; null when the session has run out or the account was closed. One query, and a second only to renew, to remove, or
 * to note now and then that it is in use. `tablet` is the one the token came from: a session by PIN is good there alone.
 * `isRenewed`: give the browser the cookie again.
 */
export async function readSession(
  db: Db,
  token: string,
  now: Date,
  tablet?: Tablet | null,
): Promise<(Person & { isRenewed: boolean; isByPin: boolean }) | null> {
  const { session, user } = await lucia(db, now, { tablet: tablet ?? null }).validateSession(token)
  if (!session) return null
  const { lastSeenAt, deviceId } = session as { lastSeenAt?: Date; deviceId?: string | null }
  await noteUse(db, token, now, lastSeenAt)
  const { id: accountId, name, grants } = user as unknown as { id: string; name: string; grants: StaffGrant[] }
  const isByPin = Boolean(deviceId)
  return { accountId, name, grants, isByPin, isRenewed: session.fresh && !isByPin }
}

const noteEveryMs = 10 * 60_000

async function noteUse(db: Db, token: string, now: Date, last: Date | undefined): Promise<void> {
  if (!last || now.getTime() - last.getTime() < noteEveryMs) return
  await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', hashOf(token)).execute()
}

type Seen = { browser?: string | undefined; address?: string | undefined }

/** Opens a session and gives its token; the one the browser came with ends, so that nobody can have planted it (rotation). */
export async function startSession(
  tx: Tx,
  now: Date,
  accountId: string,
  oldToken?: string,
  seen: Seen = {},
): Promise<string> {
  const sessions = lucia(tx, now)
  if (oldToken) await sessions.invalidateSession(oldToken)
  return (await sessions.createSession(accountId, seen)).id
}

/** The same on a shared tablet: worth nothing without the tablet's own cookie, and over after 12 hours. */
export async function startPinSession(
  tx: Tx,
  now: Date,
  accountId: string,
  { brandId, id: deviceId }: Tablet,
  oldToken?: string,
  seen: Seen = {},
): Promise<string> {
  const sessions = lucia(tx, now, { lasts: pinLifetime })
  if (oldToken) await sessions.invalidateSession(oldToken)
  return (await sessions.createSession(accountId, { ...seen, brandId, deviceId })).id
}

/** Sign-out: the token opens nothing from now on. */
export const endSession = (db: Db, token: string, now: Date): Promise<void> => lucia(db, now).invalidateSession(token)

/** Every session of an account ends, on all devices (a changed password, a closed account). */
export const endAllSessions = (tx: Tx, accountId: string, now: Date): Promise<void> =>
  lucia(tx, now).invalidateUserSessions(accountId)

/** Whoever is on a tablet by PIN is out. Gives the name of who was last; null when nobody was. */
export async function endSessionsOn(tx: Tx, { brandId, id }: { brandId: string; id: string }): Promise<string | null> {
  const ended = await tx
    .deleteFrom('session as s')
    .using('account as a')
    .whereRef('a.id', '=', 's.accountId')
    .where('s.brandId', '=', brandId)
    .where('s.deviceId', '=', id)
    .returning(['a.name', 'a.username', 'a.email', 's.createdAt'])
    .execute()
  const last = ended.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0]
  return last ? callName(last) : null
}

/** A person is out on every tablet; at one store's alone when it is given. Their own browsers stay as they are. */
export async function endPinSessions(
  tx: Tx,
  accountId: string,
  store?: { brandId: string; storeId: string },
): Promise<void> {
  let query = tx.deleteFrom('session').where('accountId', '=', accountId).where('deviceId', 'is not', null)
  if (store)
    query = query.where('deviceId', 'in', (sub) =>
      sub.selectFrom('device').select('id').where('brandId', '=', store.brandId).where('storeId', '=', store.storeId),
    )
  await query.execute()
}

/** Removes sessions that have run out; for a job now and then. */
export const forgetOldSessions = (db: Db, now: Date): Promise<void> => lucia(db, now).deleteExpiredSessions()
