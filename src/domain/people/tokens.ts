import { sign, verify } from 'hono/jwt'
import type { Db } from '../../db/connect'
import { activePerson, type Person } from './accounts'
import { roleOf } from './may'

/** How long an access token of the API holds. */
export const tokenSeconds = 1_800

/** A bearer token for the API: HS256, with `sub` (the account), `role` and `exp`. */
export function issueAccessToken(secret: string, person: Person, now: Date): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000)
  return sign({ sub: person.accountId, role: roleOf(person.grants), iat, exp: iat + tokenSeconds }, secret, 'HS256')
}

/**
 * Who a bearer token belongs to; null when it was not made by us, has run out, or the account was closed since. Only HS256 counts.
 * Name and grants come from the database, not from the token.
 */
export async function readAccessToken(db: Db, secret: string, token: string, now: Date): Promise<Person | null> {
  const claims = await verify(token, secret, { alg: 'HS256', exp: false, iat: false, nbf: false }).catch(() => null)
  if (typeof claims?.sub !== 'string' || typeof claims.exp !== 'number') return null
  if (claims.exp * 1000 <= now.getTime()) return null
  return activePerson(db, claims.sub)
}
