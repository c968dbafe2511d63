import type { Db, Tx } from '../../db/connect'
import { moveCarts } from '../cart/move-carts'
import { newId } from '../shared/ids'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import type { Person } from './accounts'
import { hashPassword, isPassword, passwordBytes } from './passwords'
import { type TooMany, tooMany } from './rate-limit'
import { startSession } from './sessions'
import type { Arrival } from './sign-in'

/** A username, an address, or both. */
export type NewAccount = {
  username?: string | undefined
  email?: string | undefined
  name?: string | undefined
  phone?: string | undefined
  lang?: string | undefined
}

export type AccountRefusal =
  | { reason: 'login_missing' }
  | { reason: 'bad_username' }
  | { reason: 'bad_email' }
  | { reason: 'bad_password'; min: number; max: number }
  | { reason: 'taken'; field: 'username' | 'email' | 'phone' }

export type SignUpInput = NewAccount & { password: string; from: string }
export type SignUpRefusal = AccountRefusal | TooMany

/**
 * Opens an account; `also` runs in the same transaction (a customer profile, a session). Takes the pool: the try is counted even when
 * refused, and no transaction waits for the hash.
 */
export async function openAccount<T>(
  db: Db,
  now: Date,
  { password, from, ...account }: SignUpInput,
  also: (tx: Tx, person: Person) => Promise<T>,
): Promise<Result<T, SignUpRefusal>> {
  const limited = await tooMany(db, 'signUpFrom', from, now)
  if (limited) return refuse(limited)
  if (!isPassword(password)) return refuse({ reason: 'bad_password', ...passwordBytes })
  const passwordHash = await hashPassword(password)
  return inTransaction(db, async (tx): Promise<Result<T, AccountRefusal>> => {
    const created = await createAccount(tx, now, { ...account, passwordHash })
    return created.ok ? ok(await also(tx, created.value)) : created
  })
}

/** Opens an account and signs it in; what the guest had in the cart comes along. */
export const signUp = (db: Db, now: Date, { visitor, oldToken, ...input }: SignUpInput & Arrival) =>
  openAccount(db, now, input, async (tx, person) => {
    if (visitor) await moveCarts(tx, `v:${visitor}`, `a:${person.accountId}`)
    return { ...person, token: await startSession(tx, now, person.accountId, oldToken) }
  })

/** Writes the account. Usernames and addresses are kept in small letters and belong to one person each. */
export async function createAccount(
  tx: Tx,
  now: Date,
  input: NewAccount & { passwordHash: string | null },
): Promise<Result<Person, AccountRefusal>> {
  const username = input.username?.trim().toLowerCase() || null
  const email = input.email?.trim().toLowerCase() || null
  const phone = input.phone?.trim() || null
  const name = input.name?.trim() ?? ''
  if (!username && !email) return refuse({ reason: 'login_missing' })
  if (username && !/^[a-z0-9_.-]{2,40}$/.test(username)) return refuse({ reason: 'bad_username' })
  if (email && (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) return refuse({ reason: 'bad_email' })

  const id = newId()
  const values = {
    id,
    username,
    email,
    phone,
    name,
    passwordHash: input.passwordHash,
    lang: input.lang ?? 'zh-Hant',
    createdAt: now,
  }
  const row = await tx
    .insertInto('account')
    .values(values)
    .onConflict((any) => any.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ reason: 'taken', field: await takenField(tx, { username, email }) })
  return ok({ accountId: id, name: name || username || (email?.split('@')[0] ?? ''), grants: [] })
}

async function takenField(tx: Tx, { username, email }: { username: string | null; email: string | null }) {
  const taken = async (column: 'username' | 'email', value: string | null) =>
    value !== null &&
    (await tx.selectFrom('account').select('id').where(column, '=', value).executeTakeFirst()) !== undefined
  if (await taken('username', username)) return 'username'
  return (await taken('email', email)) ? 'email' : 'phone'
}
