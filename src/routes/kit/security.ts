import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { isApiPath } from './api-path'
import type { AppEnv } from './context'

const self = ["'self'"]

/** Nothing inline, nothing foreign: scripts, styles and requests come from this server alone. */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: self,
    scriptSrc: self,
    styleSrc: self,
    imgSrc: [...self, 'data:'],
    connectSrc: self,
    fontSrc: self,
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: self,
  },
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
})

/** What is called by machines, or belongs to the demo's bank, which is a stranger here and has no sessions. */
export const isMachinePath = (path: string): boolean => isApiPath(path) || /^\/(hooks|demo-gateway)(\/|$)/.test(path)
const check = csrf()

/** Refuses form posts that come from another site; calls by machines carry no cookies and need no such check. */
export const sameSite = createMiddleware<AppEnv>((c, next) => (isMachinePath(c.req.path) ? next() : check(c, next)))
