import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
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

const isApiPath = (path: string) => /^\/(token|orchestration|api|hooks|demo-gateway\/charges)(\/|$)/.test(path)
const check = csrf()

/** Refuses form posts that come from another site; the API carries no cookies and needs no such check. */
export const sameSite = createMiddleware<AppEnv>((c, next) => (isApiPath(c.req.path) ? next() : check(c, next)))
