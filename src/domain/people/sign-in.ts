import type { Db } from '../../db/connect'
import { moveCarts } from '../cart/move-carts'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { activePerson, type Person, readLogin } from './accounts'
import { isRightPassword } from './passwords'
import { forgive, type TooMany, tooMany } from './rate-limit'
import { startSession } from './sessions'

/** `from` is the caller's address, for the limit on tries. */
export type Credentials = { login: string; password: string; from: string }
export type SignInRefusal = TooMany | { reason: 'wrong' }

/**
 * Who this username or address and password belong to. `wrong` says neither whether such an account exists nor whether it is closed,
 * and takes as long either way. Takes the pool: tries are counted even when refused, and no transaction waits for the hash.
 */
export async function checkPassword(
  db: Db,
  now: Date,
  { login, password, from }: Credentials,
): Promise<Result<Person, SignInRefusal>> {
  const key = login.replaceAll('\0', '').trim().toLowerCase().slice(0, 254)
  const limited = (await tooMany(db, 'signInFrom', from, now)) ?? (await tooMany(db, 'signIn', key, now))
  if (limited) return refuse(limited)

  const [[column, value]] = Object.entries(readLogin(key)) as [['username' | 'email', string]]
  const account = await db
    .selectFrom('account')
    .select(['id', 'passwordHash', 'isActive'])
    .where(column, '=', value)
    .executeTakeFirst()
  const isRight = await isRightPassword(password, account?.isActive ? account.passwordHash : null)
  const person = isRight && account ? await activePerson(db, account.id) : null
  if (!person) return refuse({ reason: 'wrong' })
  await forgive(db, 'signIn', key)
  return ok(person)
}

/** The visitor's cookie hash, whose carts come along, and the session token the browser held, which ends. */
export type Arrival = { visitor: string; oldToken?: string | undefined }

/** Signs a person in: a new session, and what the guest had in the cart comes along. Takes the pool, see `checkPassword`. */
export async function signIn(
  db: Db,
  now: Date,
  { visitor, oldToken, ...credentials }: Credentials & Arrival,
): Promise<Result<Person & { token: string }, SignInRefusal>> {
  const checked = await checkPassword(db, now, credentials)
  if (!checked.ok) return checked
  const { accountId } = checked.value
  return inTransaction(db, async (tx) => {
    await tx.updateTable('account').set({ lastSignInAt: now }).where('id', '=', accountId).execute()
    if (visitor) await moveCarts(tx, `v:${visitor}`, `a:${accountId}`)
    return ok({ ...checked.value, token: await startSession(tx, now, accountId, oldToken) })
  })
}
