import { createMiddleware } from 'hono/factory'
import { readAccessToken } from '../../domain/people/tokens'
import type { AppEnv } from '../kit/context'
import { SignInNeeded } from '../kit/errors'
import { bearerToken } from '../kit/headers'

/** Who calls the API: the person of the bearer token, else a guest without any cookie. A token that does not hold is 401. */
export const bearer = createMiddleware<AppEnv>(async (c, next) => {
  const token = bearerToken(c)
  if (token === undefined) {
    c.set('actor', { kind: 'guest', visitor: '' })
    return next()
  }
  const { db, env, now } = c.var.deps
  const person = token ? await readAccessToken(db, env.jwtSecret, token, now()) : null
  if (!person) throw new SignInNeeded()
  c.set('actor', { kind: 'person', accountId: person.accountId, name: person.name, visitor: '', grants: person.grants })
  return next()
})
