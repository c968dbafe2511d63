import { timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './context'
import { Forbidden } from './errors'
import { formToken, formTokenField } from './form-token'
import { isMachinePath } from './security'

/** Refuses a posted form without the token of the browser that sends it; the origin was looked at before. */
export const formsOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || isMachinePath(c.req.path)) return next()
  const sent = (await c.req.parseBody({ all: true }))[formTokenField]
  if (typeof sent !== 'string' || !isSame(sent, formToken(c))) throw new Forbidden()
  return next()
})

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
