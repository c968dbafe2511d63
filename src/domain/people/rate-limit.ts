import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { networkOf } from './network'

export type Limit = { limit: number; seconds: number }
export type TooMany = { reason: 'too_many'; seconds: number }

/** How often what may be tried. Keys carry the subject: a login, a cart's owner; of what ends in From, the caller's network. */
export const limits = {
  signIn: { limit: 10, seconds: 900 },
  signInFrom: { limit: 60, seconds: 900 },
  signUpFrom: { limit: 20, seconds: 3_600 },
  codesTo: { limit: 5, seconds: 3_600 },
  codesFrom: { limit: 20, seconds: 3_600 },
  codeTriesFrom: { limit: 60, seconds: 900 },
  oauthFrom: { limit: 30, seconds: 900 },
  liffFrom: { limit: 60, seconds: 900 },
  joinFrom: { limit: 30, seconds: 900 },
  pairingsFrom: { limit: 120, seconds: 3_600 },
  pair: { limit: 20, seconds: 900 },
  pairFrom: { limit: 60, seconds: 900 },
  pinsOn: { limit: 120, seconds: 900 },
  checkout: { limit: 20, seconds: 60 },
} as const satisfies Record<string, Limit>

/**
 * Counts a try under `key`, in the database and at once, so that a limit holds over all processes and survives a refusal's rollback:
 * pass the pool, not a transaction. Null when the try is allowed, else the seconds until the count begins anew.
 */
export async function tooMany(db: Db, kind: keyof typeof limits, subject: string, now: Date): Promise<TooMany | null> {
  const { limit, seconds } = limits[kind]
  const resetsAt = new Date(now.getTime() + seconds * 1000)
  const whose = kind.endsWith('From') ? networkOf(subject) : subject
  const { rows } = await sql<{ count: number; resetsAt: Date }>`
    insert into rate_limit as r (key, count, resets_at) values (${`${kind}:${whose}`}, 1, ${resetsAt})
    on conflict (key) do update set
      count = case when r.resets_at <= ${now} then 1 else r.count + 1 end,
      resets_at = case when r.resets_at <= ${now} then excluded.resets_at else r.resets_at end
    returning count, resets_at`.execute(db)
  const row = rows[0]!
  if (row.count <= limit) return null
  return { reason: 'too_many', seconds: Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000)) }
}

/** Forgets the tries of a subject that turned out to be right. */
export const forgive = (db: Db, kind: keyof typeof limits, subject: string) =>
  db.deleteFrom('rateLimit').where('key', '=', `${kind}:${subject}`).execute()

/** Removes counts that have run out; for a job now and then. */
export const forgetOldTries = (db: Db, now: Date) => db.deleteFrom('rateLimit').where('resetsAt', '<', now).execute()
