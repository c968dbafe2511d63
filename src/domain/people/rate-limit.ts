import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { commitLazily } from '../shared/in-transaction'
import { networkOf } from './network'

export type Limit = { limit: number; seconds: number }
export type TooMany = { reason: 'too_many'; seconds: number }

/** How often what may be tried. Keys carry the subject: a login, a cart's owner, a store's phone number; of what ends in From, the caller's network. */
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
  checkoutTo: { limit: 30, seconds: 600 },
  checkoutFrom: { limit: 120, seconds: 60 },
} as const satisfies Record<string, Limit>

type Kind = keyof typeof limits

const keyOf = (kind: Kind, subject: string) => `${kind}:${kind.endsWith('From') ? networkOf(subject) : subject}`

/** `tooManyOf` for one kind of try. */
export const tooMany = (db: Db, kind: Kind, subject: string, now: Date): Promise<TooMany | null> =>
  tooManyOf(db, { [kind]: subject }, now)

/**
 * Counts a try under every kind given, in the database and at once, so that a limit holds over all processes and survives a refusal's
 * rollback: pass the pool, not a transaction. Null when the try is allowed, else the seconds until the last of what was reached begins
 * anew. One round trip, which does not wait for the disk: a count that a power cut takes costs nobody anything.
 */
export async function tooManyOf(db: Db, tries: Partial<Record<Kind, string>>, now: Date): Promise<TooMany | null> {
  // Always in the same order: two who share two subjects must not wait for each other.
  const counted = (Object.keys(tries) as Kind[]).map((kind) => ({ kind, key: keyOf(kind, tries[kind]!) }))
  counted.sort((a, b) => (a.key < b.key ? -1 : 1))
  const row = ({ kind, key }: (typeof counted)[number]) =>
    sql`(${key}, 1, ${new Date(now.getTime() + limits[kind].seconds * 1000)}::timestamptz)`
  const { rows } = await sql<{ key: string; count: number; resetsAt: Date }>`
    insert into rate_limit as r (key, count, resets_at) values ${sql.join(counted.map(row))}
    on conflict (key) do update set
      count = case when r.resets_at <= ${now} then 1 else r.count + 1 end,
      resets_at = case when r.resets_at <= ${now} then excluded.resets_at else r.resets_at end
    returning key, count, resets_at, ${commitLazily}`.execute(db)
  const reached = rows.filter(({ key, count }) => count > limits[counted.find((one) => one.key === key)!.kind].limit)
  if (reached.length === 0) return null
  const endsAt = Math.max(...reached.map(({ resetsAt }) => resetsAt.getTime()))
  return { reason: 'too_many', seconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1000)) }
}

/** Forgets the tries of a subject that turned out to be right. */
export const forgive = (db: Db, kind: Kind, subject: string) =>
  db.deleteFrom('rateLimit').where('key', '=', keyOf(kind, subject)).execute()

/** Removes counts that have run out; for a job now and then. */
export const forgetOldTries = (db: Db, now: Date) => db.deleteFrom('rateLimit').where('resetsAt', '<', now).execute()
