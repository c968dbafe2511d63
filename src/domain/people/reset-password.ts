import type { Db } from '../../db/connect'
import type { Lang } from '../shared/ctx'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { activePerson, type Person } from './accounts'
import { arrive } from './arrive'
import { issueCode, tooManyCodes } from './codes/issue-code'
import { type CodeRefusal, tryCode, useCode } from './codes/try-code'
import type { Proof } from './finish-sign-up'
import { hashPassword, isPassword, passwordBytes } from './passwords'
import { readMobile } from './phone'
import type { TooMany } from './rate-limit'
import { endAllSessions } from './sessions'

/**
 * Sends a code to whoever forgot their password. Does and says the same whether the phone has an account or not (R32): only the message
 * itself stays away. Gives the id of the code. Takes the pool.
 */
export async function beginReset(
  db: Db,
  now: Date,
  secret: string,
  input: { phone: string; from: string; visitor: string; lang: Lang },
): Promise<Result<string, TooMany | { reason: 'bad_mobile' }>> {
  const phone = readMobile(input.phone)
  if (!phone) return refuse({ reason: 'bad_mobile' })
  const limited = await tooManyCodes(db, now, phone, input.from)
  if (limited) return refuse(limited)
  return inTransaction(db, async (tx): Promise<Result<string, never>> => {
    const account = await tx
      .selectFrom('account')
      .select('id')
      .where('phone', '=', phone)
      .where('phoneVerifiedAt', 'is not', null)
      .where('isActive', '=', true)
      .executeTakeFirst()
    const { visitor, lang } = input
    const accountId = account?.id ?? null
    return ok(await issueCode(tx, now, secret, { purpose: 'reset', phone, accountId, payload: {}, visitor, lang }))
  })
}

export type ResetRefusal = CodeRefusal | { reason: 'bad_password'; min: number; max: number }

/**
 * Sets a new password with the code as proof: every session ends, and a new one begins here. The right code of a phone without an account
 * is a wrong one. Takes the pool: the try is counted, and no transaction waits for the hash.
 */
export async function finishReset(
  db: Db,
  now: Date,
  secret: string,
  { id, code, from, arrival, password }: Proof & { password: string },
): Promise<Result<Person & { token: string }, ResetRefusal>> {
  if (!isPassword(password)) return refuse({ reason: 'bad_password', ...passwordBytes })
  const tried = await tryCode(db, now, secret, { id, purpose: 'reset', visitor: arrival.visitor, code, from })
  if (!tried.ok) return tried
  const person = tried.value.accountId ? await activePerson(db, tried.value.accountId) : null
  const left = tried.value.triesLeft - 1
  if (!person) return refuse(left > 0 ? { reason: 'wrong', left } : { reason: 'over' })
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (tx): Promise<Result<Person & { token: string }, ResetRefusal>> => {
    if (!(await useCode(tx, now, id))) return refuse({ reason: 'over' })
    const { accountId } = person
    await tx.updateTable('account').set({ passwordHash, updatedAt: now }).where('id', '=', accountId).execute()
    await endAllSessions(tx, accountId, now)
    return ok({ ...person, token: await arrive(tx, now, accountId, arrival) })
  })
}
