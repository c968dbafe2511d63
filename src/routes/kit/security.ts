import { csrf } from 'hono/csrf'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import { paths } from '../../views/paths'
import { isApiPath } from './api-path'
import type { AppEnv, C } from './context'

const self = ["'self'"]

const policy = {
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
}
const others = {
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
} as const

const strict = secureHeaders({ contentSecurityPolicy: policy, ...others })

/** LINE's script comes from LINE, loads parts of itself and asks LINE: on the page that opens inside LINE, and nowhere else. */
const sdkOrigin = (c: C) => new URL(c.var.deps.identities.liff?.sdkUrl ?? 'https://static.line-scdn.net').origin
const withLine = secureHeaders({
  contentSecurityPolicy: {
    ...policy,
    scriptSrc: [...self, sdkOrigin, 'https://*.line-scdn.net'],
    connectSrc: [...self, 'https://*.line.me', 'https://*.line-scdn.net'],
  },
  ...others,
})

/** Nothing inline, nothing foreign: scripts, styles and requests come from this server alone. */
export const headers = createMiddleware<AppEnv>((c, next) =>
  (c.req.path === paths.liff.pattern ? withLine : strict)(c, next),
)

/** What is called by machines, or belongs to the demo's bank, which is a stranger here and has no sessions. */
export const isMachinePath = (path: string): boolean => isApiPath(path) || /^\/(hooks|demo-gateway)(\/|$)/.test(path)
const check = csrf()

/** Refuses form posts that come from another site; calls by machines carry no cookies and need no such check. */
export const sameSite = createMiddleware<AppEnv>((c, next) => (isMachinePath(c.req.path) ? next() : check(c, next)))
