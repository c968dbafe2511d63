import { randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Arrival } from '../../domain/people/arrive'
import { readTablet } from '../../domain/people/devices/queries'
import { hashOf } from '../../domain/people/secret'
import { readSession } from '../../domain/people/sessions'
import type { Actor } from '../../domain/shared/ctx'
import { addressOf } from './address'
import type { AppEnv, C } from './context'
import { daySeconds, giveCookie, readCookie, takeCookie } from './cookies'
import { tabletToken } from './tablet'

/** The guest cookie's hash; a first visit gets a cookie. */
function visitorOf(c: C): string {
  const known = readCookie(c, 'visitor')
  if (known && /^[\w-]{32,64}$/.test(known)) return hashOf(known)
  const token = randomBytes(24).toString('base64url')
  giveCookie(c, 'visitor', token, 180 * daySeconds)
  return hashOf(token)
}

/** Finds out who is there: a person by the session cookie, else a guest by the visitor cookie; and at which paired tablet. */
export const session = createMiddleware<AppEnv>(async (c, next) => {
  c.set('actor', await actorOf(c))
  await next()
})

async function actorOf(c: C): Promise<Actor> {
  const { db, now } = c.var.deps
  const visitor = visitorOf(c)
  const [token, deviceToken] = [sessionToken(c), tabletToken(c)]
  const tablet = deviceToken ? await readTablet(db, deviceToken, now()) : null
  const guest: Actor = { kind: 'guest', visitor, ...(tablet && { tablet }) }
  if (!token) return guest
  const found = await readSession(db, token, now(), tablet)
  if (!found) {
    clearSessionCookie(c)
    return guest
  }
  if (found.isRenewed) setSessionCookie(c, token)
  const { accountId, name, grants, isByPin } = found
  return { ...guest, kind: 'person', accountId, name, grants, ...(isByPin && { isByPin }) }
}

/** Gives the browser a new session's token (at sign-in). */
export const setSessionCookie = (c: C, token: string): void => giveCookie(c, 'session', token, 30 * daySeconds)

/** The browser somebody signs in with. */
export function arrivalOf(c: C): Arrival {
  const { actor } = c.var
  const visitor = actor.kind === 'system' ? '' : actor.visitor
  return { visitor, oldToken: sessionToken(c), browser: c.req.header('User-Agent'), address: addressOf(c) }
}

/** The raw session token of this request, for signing out. */
export const sessionToken = (c: C): string | undefined => readCookie(c, 'session')

export const clearSessionCookie = (c: C): void => takeCookie(c, 'session')
