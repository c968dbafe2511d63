import type { Db } from '../../db/connect'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { activePerson, type Person, readLogin } from './accounts'
import { type Arrival, arrive } from './arrive'
import { isRightPassword } from './passwords'
import { readPhone } from './phone'
import { forgive, type TooMany, tooMany } from './rate-limit'

/** `from` is the caller's address, for the limit on tries. */
export type Credentials = { login: string; password: string; from: string }
export type SignInRefusal = TooMany | { reason: 'wrong' }

/**
 * Who this username, address or phone and password belong to. `wrong` says neither whether such an account exists nor whether it is closed,
 * and takes as long either way. Takes the pool: tries are counted even when refused, and no transaction waits for the hash.
 */
export async function checkPassword(
  db: Db,
  now: Date,
  { login, password, from }: Credentials,
): Promise<Result<Person, SignInRefusal>> {
  const typed = login.replaceAll('\0', '').trim().toLowerCase().slice(0, 254)
  // A number can be written in a hundred ways: all of them are one door.
  const key = (typed.includes('@') ? null : readPhone(typed)) ?? typed
  const limited = (await tooMany(db, 'signInFrom', from, now)) ?? (await tooMany(db, 'signIn', key, now))
  if (limited) return refuse(limited)

  const account = await accountOf(db, key)
  const isRight = await isRightPassword(password, account?.isActive ? account.passwordHash : null)
  const person = isRight && account ? await activePerson(db, account.id) : null
  if (!person) return refuse({ reason: 'wrong' })
  await forgive(db, 'signIn', key)
  return ok(person)
}

/** A phone opens the door once its owner proved it; no username reads as one. */
function accountOf(db: Db, login: string) {
  const query = db.selectFrom('account').select(['id', 'passwordHash', 'isActive'])
  const phone = login.includes('@') ? null : readPhone(login)
  if (phone) return query.where('phone', '=', phone).where('phoneVerifiedAt', 'is not', null).executeTakeFirst()
  const [[column, value]] = Object.entries(readLogin(login)) as [['username' | 'email', string]]
  return query.where(column, '=', value).executeTakeFirst()
}

/** Signs a person in: a new session, and what the guest had in the cart comes along. Takes the pool, see `checkPassword`. */
export async function signIn(
  db: Db,
  now: Date,
  { login, password, from, ...arrival }: Credentials & Arrival,
): Promise<Result<Person & { token: string }, SignInRefusal>> {
  const checked = await checkPassword(db, now, { login, password, from })
  if (!checked.ok) return checked
  const { accountId } = checked.value
  return inTransaction(db, async (tx) => {
    return ok({ ...checked.value, token: await arrive(tx, now, accountId, arrival) })
  })
}
