import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv, C } from './context'
import { faults, httpSeconds } from './metrics'

/** Writes one line a request, with its id, and counts its time under the route's pattern. */
export const logger = createMiddleware<AppEnv>(async (c, next) => {
  const begun = performance.now()
  await next()
  const seconds = (performance.now() - begun) / 1000
  const { status } = c.res
  const { method } = c.req
  const route = patternOf(c)
  httpSeconds.observe({ method, route, status }, seconds)
  if (status >= 500) faults.inc()
  const { log } = c.var.deps
  const level = status >= 500 ? 'error' : 'info'
  log[level](
    { requestId: c.var.requestId, method, route, path: c.req.path, status, ms: Math.round(seconds * 10_000) / 10 },
    'request',
  )
})

/** The pattern that answered ('/orders/:id'); numbers stay bounded, whatever strangers ask for. */
function patternOf(c: C): string {
  const matched = matchedRoutes(c).filter((route) => route.method !== 'ALL')
  return matched.at(-1)?.path ?? 'none'
}
