import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NoticePage } from '../../views/ui/notice'
import { isApiPath } from './api-path'
import { ApiProblem } from './api-problem'
import type { AppEnv, C } from './context'
import { problem } from './problem'
import { goTo, show } from './show'
import { signInUrl } from './sign-in-url'

export class NotFound extends HTTPException {
  constructor() {
    super(404)
  }
}
export class Forbidden extends HTTPException {
  constructor() {
    super(403)
  }
}
export class SignInNeeded extends HTTPException {
  /** @param isDesk whether a PIN on a paired tablet opens this door as well */
  constructor(readonly isDesk = false) {
    super(401)
  }
}
export class TooMany extends HTTPException {
  /** @param seconds until the next try is counted anew */
  constructor(readonly seconds: number) {
    super(429)
  }
}

export const onNotFound: NotFoundHandler<AppEnv> = (c) => answer(c, 404)

/** Every failure leaves through here: problem+json for the API, a page in the reader's language for people. */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof ApiProblem) return problem(c, error.problem)
  if (error instanceof HTTPException) {
    if (error instanceof TooMany) c.header('Retry-After', String(error.seconds))
    if (error.status === 401 && !isApiPath(c.req.path))
      return goTo(c, signInUrl(c, error instanceof SignInNeeded && error.isDesk))
    return answer(c, error.status, error instanceof TooMany ? error.seconds : undefined)
  }
  c.var.deps.log.error({ err: error, requestId: c.var.requestId, path: c.req.path }, 'request failed')
  return answer(c, 500)
}

type Shown = 400 | 401 | 403 | 404 | 413 | 429 | 500
const kinds = {
  400: 'bad_request',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  413: 'bad_request',
  429: 'too_many',
  500: 'fault',
} as const
const codes = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many_requests',
  500: 'internal',
} as const

function answer(c: C, status: number, seconds = 0): Response {
  const known = (status in kinds ? status : status >= 500 ? 500 : 400) as Shown
  if (isApiPath(c.req.path)) return problem(c, { status, code: codes[known] })
  const kind = kinds[known]
  return show(c, { Page: NoticePage, Panel: NoticePage }, { kind, requestId: c.var.requestId, seconds }, known as 404)
}
