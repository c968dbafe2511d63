import { createHash, randomBytes } from 'node:crypto'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Arrival } from '../../domain/people/arrive'
import { readSession } from '../../domain/people/sessions'
import type { Actor } from '../../domain/shared/ctx'
import { addressOf } from './address'
import type { AppEnv, C } from './context'

const dayS = 86_400
const isSecure = (c: C) => c.var.deps.env.isProduction

/** Cookies are host-only and unreadable to scripts; in production also secure, under the __Host- prefix. */
const nameOf = (c: C, name: string) => (isSecure(c) ? `__Host-${name}` : name)
const options = (c: C, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c), maxAge }) as const

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The guest cookie's hash; a first visit gets a cookie. */
function visitorOf(c: C): string {
  const known = getCookie(c, nameOf(c, 'visitor'))
  if (known && /^[\w-]{32,64}$/.test(known)) return hashOf(known)
  const token = randomBytes(24).toString('base64url')
  setCookie(c, nameOf(c, 'visitor'), token, options(c, 180 * dayS))
  return hashOf(token)
}

/** Finds out who is there: a person by the session cookie, else a guest by the visitor cookie. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set('actor', await actorOf(c))
  await next()
})

async function actorOf(c: C): Promise<Actor> {
  const visitor = visitorOf(c)
  const token = getCookie(c, nameOf(c, 'session'))
  if (!token) return { kind: 'guest', visitor }
  const found = await readSession(c.var.deps.db, token, c.var.deps.now())
  if (!found) {
    deleteCookie(c, nameOf(c, 'session'), options(c, 0))
    return { kind: 'guest', visitor }
  }
  if (found.isRenewed) setSessionCookie(c, token)
  return { kind: 'person', accountId: found.accountId, name: found.name, visitor, grants: found.grants }
}

/** Gives the browser a new session's token (at sign-in). */
export const setSessionCookie = (c: C, token: string): void =>
  setCookie(c, nameOf(c, 'session'), token, options(c, 30 * dayS))

/** The browser somebody signs in with. */
export function arrivalOf(c: C): Arrival {
  const { actor } = c.var
  const visitor = actor.kind === 'system' ? '' : actor.visitor
  return { visitor, oldToken: sessionToken(c), browser: c.req.header('User-Agent'), address: addressOf(c) }
}

/** The raw session token of this request, for signing out. */
export const sessionToken = (c: C): string | undefined => getCookie(c, nameOf(c, 'session'))

export const clearSessionCookie = (c: C): void => void deleteCookie(c, nameOf(c, 'session'), options(c, 0))

export const setLanguageCookie = (c: C, lang: string): void => setCookie(c, 'lang', lang, options(c, 365 * dayS))
