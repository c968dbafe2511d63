import { createHmac } from 'node:crypto'
import { sign, verify } from 'hono/jwt'
import type { Db } from '../../db/connect'
import { type Person, personWithPassword } from './accounts'
import { roleOf } from './may'

/** How long an access token of the API holds. */
export const tokenSeconds = 1_800

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Says which password a token was given for, without saying anything about it: another password, another mark. */
const markOf = (secret: string, passwordHash: string | null) =>
  createHmac('sha256', secret).update(`password:${passwordHash}`).digest('base64url').slice(0, 16)

/** A bearer token for the API: HS256, with `sub` (the account), `role` and `exp`; null for an account that was closed meanwhile. */
export async function issueAccessToken(db: Db, secret: string, accountId: string, now: Date): Promise<string | null> {
  const found = await personWithPassword(db, accountId)
  if (!found) return null
  const iat = Math.floor(now.getTime() / 1000)
  const times = { iat, exp: iat + tokenSeconds }
  const pwd = markOf(secret, found.passwordHash)
  return sign({ sub: accountId, role: roleOf(found.person.grants), ...times, pwd }, secret, 'HS256')
}

/**
 * Who a bearer token belongs to; null when it was not made by us, has run out, or the account was closed or got another password since.
 * Only HS256 counts. Name and grants come from the database, not from the token.
 */
export async function readAccessToken(db: Db, secret: string, token: string, now: Date): Promise<Person | null> {
  const claims = await verify(token, secret, { alg: 'HS256', exp: false, iat: false, nbf: false }).catch(() => null)
  if (typeof claims?.sub !== 'string' || !isId.test(claims.sub) || typeof claims.exp !== 'number') return null
  if (claims.exp * 1000 <= now.getTime()) return null
  const found = await personWithPassword(db, claims.sub)
  return found && claims.pwd === markOf(secret, found.passwordHash) ? found.person : null
}
