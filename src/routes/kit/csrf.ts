import { timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv, C } from './context'
import { Forbidden } from './errors'
import { formOf } from './form'
import { formToken, formTokenField } from './form-token'
import { isMachinePath } from './security'

/** Refuses a posted form without the token of the browser that sends it; the origin was looked at before. */
export const formsOnly = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || isMachinePath(c.req.path)) return next()
  const body = await bodyOf(c)
  const sent = body[formTokenField]
  if (typeof sent !== 'string' || !isSame(sent, formToken(c))) throw new Forbidden()
  if (
    Object.values(body)
      .flat()
      .some((value) => typeof value === 'string' && value.includes('\0'))
  )
    throw new HTTPException(400)
  return next()
})

/** What cannot be read as a form carries no token. */
const bodyOf = (c: C): Promise<Record<string, unknown>> => formOf(c).catch(() => ({}))

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
