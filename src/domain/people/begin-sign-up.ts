import type { Db } from '../../db/connect'
import type { Lang } from '../shared/ctx'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { issueCode, tooManyCodes } from './codes/issue-code'
import { hashPassword, isPassword, passwordBytes } from './passwords'
import { readMobile } from './phone'
import { tooMany } from './rate-limit'
import { type AccountRefusal, checkLogin, type SignUpRefusal, takenField } from './sign-up'

export type SignUpForm = {
  name: string
  phone: string
  username?: string | undefined
  email?: string | undefined
  password: string
}

/**
 * Sends a code to the phone of somebody who wants an account; the account is made once the code comes back. Says nothing about whether
 * the phone has an account already: that is told to whoever holds the phone. Gives the id of the code. Takes the pool.
 */
export async function beginSignUp(
  db: Db,
  now: Date,
  secret: string,
  { password, from, visitor, lang, ...form }: SignUpForm & { from: string; visitor: string; lang: Lang },
): Promise<Result<string, SignUpRefusal | { reason: 'bad_mobile' }>> {
  const limited = await tooMany(db, 'signUpFrom', from, now)
  if (limited) return refuse(limited)
  const login = checkLogin(form)
  if (!login.ok) return login
  const phone = readMobile(form.phone)
  if (!phone) return refuse({ reason: 'bad_mobile' })
  if (!isPassword(password)) return refuse({ reason: 'bad_password', ...passwordBytes })
  const taken = await takenField(db, login.value)
  if (taken) return refuse({ reason: 'taken', field: taken })
  const tooSoon = await tooManyCodes(db, now, phone, from)
  if (tooSoon) return refuse(tooSoon)
  const payload = { ...login.value, name: form.name.trim(), passwordHash: await hashPassword(password) }
  return inTransaction(
    db,
    async (tx): Promise<Result<string, AccountRefusal>> =>
      ok(await issueCode(tx, now, secret, { purpose: 'sign_up', phone, accountId: null, payload, visitor, lang })),
  )
}
