import type { Db } from '../../../db/connect'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { type Arrival, arrive } from '../arrive'
import { hashPassword, isPassword, isRightPassword, passwordBytes } from '../passwords'
import { forgive, type TooMany, tooMany } from '../rate-limit'
import { endAllSessions } from '../sessions'

export type ProofRefusal = TooMany | { reason: 'wrong_password' }

/** Whether the person at this browser knows the account's password; without one there is nothing to know. Tries are counted: pass the pool. */
export async function provePassword(
  db: Db,
  now: Date,
  accountId: string,
  password: string,
): Promise<Result<void, ProofRefusal>> {
  const key = `account:${accountId}`
  const limited = await tooMany(db, 'signIn', key, now)
  if (limited) return refuse(limited)
  const account = await db
    .selectFrom('account')
    .select('passwordHash')
    .where('id', '=', accountId)
    .where('isActive', '=', true)
    .executeTakeFirst()
  const isProven = account?.passwordHash === null || (await isRightPassword(password, account?.passwordHash ?? null))
  if (!isProven) return refuse({ reason: 'wrong_password' })
  await forgive(db, 'signIn', key)
  return ok(undefined)
}

/**
 * Changes the password of whoever knows the old one. Every session ends, whoever may hold its cookie (R32), and a new one begins here:
 * gives its token. Takes the pool: no transaction waits for the hash.
 */
export async function changePassword(
  db: Db,
  now: Date,
  accountId: string,
  { old, fresh, arrival }: { old: string; fresh: string; arrival: Arrival },
): Promise<Result<string, ProofRefusal | { reason: 'bad_password'; min: number; max: number }>> {
  if (!isPassword(fresh)) return refuse({ reason: 'bad_password', ...passwordBytes })
  const proven = await provePassword(db, now, accountId, old)
  if (!proven.ok) return proven
  const passwordHash = await hashPassword(fresh)
  return inTransaction(db, async (tx): Promise<Result<string, never>> => {
    await tx.updateTable('account').set({ passwordHash, updatedAt: now }).where('id', '=', accountId).execute()
    await endAllSessions(tx, accountId, now)
    return ok(await arrive(tx, now, accountId, arrival))
  })
}
