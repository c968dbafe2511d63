import { bodyLimit as limitOf } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './context'

const maxBytes = 5 * 1024 * 1024
const counting = limitOf({ maxSize: maxBytes })

/**
 * Refuses bodies over 5 MB. One that says how long it is (the server holds it to that) is judged by its word: only looking at the body
 * itself would cost a form more than reading it.
 */
export const bodyLimit = createMiddleware<AppEnv>((c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const length = c.req.header('Content-Length')
  if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return counting(c, next)
  if (Number(length) > maxBytes) throw new HTTPException(413)
  return next()
})
