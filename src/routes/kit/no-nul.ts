import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './context'

/**
 * Refuses a NUL in a URL or a JSON body: no keyboard makes one and no text column takes one, so that it could only be a fault further in.
 * Forms are looked at where their token is.
 */
export const noNul = createMiddleware<AppEnv>(async (c, next) => {
  if (/%00/.test(c.req.url)) throw new HTTPException(400)
  // Looked at in a copy: whoever checks a signature wants the bytes as they came.
  const isJson = c.req.method !== 'GET' && c.req.header('Content-Type')?.startsWith('application/json')
  if (isJson && /\\u0000/.test(await c.req.raw.clone().text())) throw new HTTPException(400)
  return next()
})
