import type { Db, Tx } from '../../db/connect'
import { newId } from '../shared/ids'
import { inTransaction } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import type { Person } from './accounts'
import { hashPassword, isPassword, passwordBytes } from './passwords'
import { readPhone } from './phone'
import { type TooMany, tooMany } from './rate-limit'

/** A username, an address, or both. */
export type NewAccount = {
  username?: string | null | undefined
  email?: string | null | undefined
  name?: string | undefined
  phone?: string | undefined
  lang?: string | undefined
}

export type AccountRefusal =
  | { reason: 'login_missing' }
  | { reason: 'bad_username' }
  | { reason: 'bad_email' }
  | { reason: 'bad_phone' }
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

type Login = { username: string | null; email: string | null }

/** A username and an address as they are kept: in small letters. A username that reads as a phone number would open another's door. */
export function checkLogin(input: Pick<NewAccount, 'username' | 'email'>): Result<Login, AccountRefusal> {
  const username = input.username?.trim().toLowerCase() || null
  const email = input.email?.trim().toLowerCase() || null
  if (!username && !email) return refuse({ reason: 'login_missing' })
  if (username && (!/^[a-z0-9_.-]{2,40}$/.test(username) || readPhone(username)))
    return refuse({ reason: 'bad_username' })
  if (email && (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))) return refuse({ reason: 'bad_email' })
  return ok({ username, email })
}

/** Writes the account. Usernames, addresses and phones belong to one person each. `phoneVerifiedAt`: its owner proved it. */
export async function createAccount(
  tx: Tx,
  now: Date,
  input: NewAccount & { passwordHash: string | null; phoneVerifiedAt?: Date },
): Promise<Result<Person, AccountRefusal>> {
  const login = checkLogin(input)
  if (!login.ok) return login
  const phone = input.phone?.trim() ? readPhone(input.phone) : null
  if (phone === null && input.phone?.trim()) return refuse({ reason: 'bad_phone' })
  const name = input.name?.trim() ?? ''
  const id = newId()
  const values = {
    id,
    ...login.value,
    phone,
    phoneVerifiedAt: input.phoneVerifiedAt ?? null,
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
  const { username, email } = login.value
  if (!row) return refuse({ reason: 'taken', field: (await takenField(tx, login.value)) ?? 'phone' })
  return ok({ accountId: id, name: name || username || (email?.split('@')[0] ?? ''), grants: [] })
}

/** Which of the two somebody has already; null when neither. */
export async function takenField(db: Db, { username, email }: Login): Promise<'username' | 'email' | null> {
  const taken = async (column: 'username' | 'email', value: string | null) =>
    value !== null &&
    (await db.selectFrom('account').select('id').where(column, '=', value).executeTakeFirst()) !== undefined
  if (await taken('username', username)) return 'username'
  return (await taken('email', email)) ? 'email' : null
}
