import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import type { Lang } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { activePerson, type Person } from '../accounts'
import { adoptOrders } from '../adopt-orders'
import { type Arrival, arrive } from '../arrive'
import { type TooMany, tooMany } from '../rate-limit'
import type { Identity } from './provider'

/** `closed`: the account was deactivated. `email_known`: another account has this address, and was not proven. */
export type ComeInRefusal = TooMany | { reason: 'closed' | 'email_known' | 'no_registration' }

export type Door = { from: string; arrival: Arrival; lang: Lang; mayRegister: boolean }

/**
 * Signs in whoever a provider vouches for. Somebody new gets an account without a password, and what this browser had in the cart and
 * ordered lately comes along. An account that merely has the same address is never taken for theirs. Takes the pool: new accounts are
 * counted even when refused.
 */
export async function comeIn(
  db: Db,
  now: Date,
  identity: Identity,
  door: Door,
): Promise<Result<Person & { token: string }, ComeInRefusal>> {
  if (!(await linkedTo(db, identity))) {
    if (await emailOwner(db, identity)) return refuse({ reason: 'email_known' })
    if (!door.mayRegister) return refuse({ reason: 'no_registration' })
    const limited = await tooMany(db, 'signUpFrom', door.from, now)
    if (limited) return refuse(limited)
  }
  return inTransaction(db, async (tx): Promise<Result<Person & { token: string }, ComeInRefusal>> => {
    // Two answers about one new person, at once, would make two accounts.
    const { provider, subject } = identity
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${provider}:${subject}`}, 0))`.execute(tx)
    const accountId = (await linkedTo(tx, identity)) ?? (await openAccount(tx, now, identity, door))
    if (!accountId) return refuse({ reason: 'email_known' })
    const person = await activePerson(tx, accountId)
    if (!person) return refuse({ reason: 'closed' })
    return ok({ ...person, token: await arrive(tx, now, accountId, door.arrival) })
  })
}

/** The account that this identity opens; null when it is new. */
async function linkedTo(db: Db, { provider, subject }: Identity): Promise<string | null> {
  const row = await db
    .selectFrom('accountIdentity')
    .select('accountId')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.accountId ?? null
}

async function emailOwner(db: Db, { email }: Identity): Promise<boolean> {
  if (!email) return false
  const owner = await db.selectFrom('account').select('id').where('email', '=', email.address).executeTakeFirst()
  return owner !== undefined
}

const callsItself = { line: 'LINE', google: 'Google' } as const

/** Null when somebody took the address meanwhile. An address is kept only when the provider verified it. */
async function openAccount(tx: Tx, now: Date, identity: Identity, { arrival, lang }: Door): Promise<string | null> {
  const { provider, subject, name, email } = identity
  const id = newId()
  const values = {
    ...{ id, lang, name: name || callsItself[provider] },
    email: email?.isVerified ? email.address : null,
    createdAt: now,
  }
  const made = await tx
    .insertInto('account')
    .values(values)
    .onConflict((any) => any.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return null
  await tx.insertInto('accountIdentity').values({ provider, subject, name, accountId: id, createdAt: now }).execute()
  if (arrival.visitor) await adoptOrders(tx, now, arrival.visitor, id)
  return id
}
