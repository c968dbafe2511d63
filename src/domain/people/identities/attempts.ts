import { generateCodeVerifier, generateState } from 'arctic'
import type { Db } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import { hashOf } from '../secret'
import type { Journey, ProviderName } from './provider'

const lifetimeMs = 10 * 60_000
/** So long one is told that it took too long, rather than that there is no such attempt. */
const keptMs = 24 * 3_600_000

/** `accountId`: whose account is to be linked; null to sign in. `back`: where to go afterwards. */
export type Wish = { provider: ProviderName; visitor: string; accountId: string | null; back: string | undefined }

/** Begins a journey to a provider, for this browser alone; it must be over in ten minutes. */
export async function beginAttempt(db: Db, now: Date, wish: Wish): Promise<Journey> {
  const journey = { state: generateState(), nonce: generateState(), verifier: generateCodeVerifier() }
  await db
    .deleteFrom('oauthAttempt')
    .where('expiresAt', '<', new Date(now.getTime() - keptMs))
    .execute()
  const { provider, visitor, accountId, back } = wish
  const { state, ...kept } = journey
  await db
    .insertInto('oauthAttempt')
    .values({
      ...{ stateHash: hashOf(state), provider, visitor, accountId, back: back ?? null, ...kept },
      purpose: accountId ? 'link' : 'sign_in',
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    })
    .execute()
  return journey
}

export type Attempt = Omit<Journey, 'state'> & { accountId: string | null; back: string | undefined }

/**
 * Ends the journey that this state belongs to, whatever comes of it: a state is taken once. `stale`: unknown, taken before, of another
 * provider or browser, or for an account that is not the one signed in now.
 */
export async function takeAttempt(
  db: Db,
  now: Date,
  {
    provider,
    state,
    visitor,
    accountId,
  }: { provider: ProviderName; state: string; visitor: string; accountId: string | null },
): Promise<Result<Attempt, { reason: 'stale' | 'expired' }>> {
  const row = await db
    .deleteFrom('oauthAttempt')
    .where('stateHash', '=', hashOf(state))
    .returningAll()
    .executeTakeFirst()
  const isTheirs = row?.provider === provider && row.visitor === visitor && (row.accountId ?? accountId) === accountId
  if (!isTheirs) return refuse({ reason: 'stale' })
  if (row.expiresAt <= now) return refuse({ reason: 'expired' })
  const { nonce, verifier, back } = row
  return ok({ nonce, verifier, accountId: row.accountId, back: back ?? undefined })
}
