import { z } from 'zod'
import { type Attempt, takeAttempt } from '../../domain/people/identities/attempts'
import { comeIn } from '../../domain/people/identities/come-in'
import { linkIdentity } from '../../domain/people/identities/link'
import type { Identity } from '../../domain/people/identities/provider'
import { accountOf } from '../../domain/shared/ctx'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import type { C } from '../kit/context'
import { TooMany } from '../kit/errors'
import { need } from '../kit/guard'
import { leaveForProvider, providerOf } from '../kit/identities'
import { mayRegister } from '../kit/registration'
import { arrivalOf, setSessionCookie } from '../kit/session'
import { goTo } from '../kit/show'
import { landingOf } from './landing'
import { refused } from './oauth-refused'

export const oauth = router()

oauth.post(paths.oauth.pattern, need('public'), async (c) => {
  const body = await c.req.parseBody()
  return leaveForProvider(c, { accountId: null, back: safeBack(body.back) })
})

/** What a provider sends along on the way back: a code, or why there is none. */
const answer = z.object({
  state: z.string().max(200).catch(''),
  code: z.string().min(1).max(2000).optional().catch(undefined),
  error: z.string().max(200).optional().catch(undefined),
})

oauth.get(paths.oauthCallback.pattern, need('public'), async (c) => {
  const { name, provider } = providerOf(c)
  const { db, now, log } = c.var.deps
  const { state, code, error } = answer.parse(c.req.query())
  const here = { visitor: arrivalOf(c).visitor, accountId: accountOf(c.var.actor) ?? null }
  const taken = await takeAttempt(db, now(), { provider: name, state, ...here })
  if (!taken.ok) return refused(c, { provider: name, reason: taken.refusal.reason })
  const attempt = taken.value
  const told = { provider: name, back: attempt.back, isLink: attempt.accountId !== null }
  if (error === 'access_denied') return refused(c, { ...told, reason: 'cancelled' })
  if (!code) {
    log.warn({ requestId: c.var.requestId, provider: name, detail: error }, 'a provider let nobody in')
    return refused(c, { ...told, reason: 'refused' })
  }
  const found = await provider.identify(code, attempt, now())
  if (!found.ok) {
    log.warn({ requestId: c.var.requestId, provider: name, ...found.refusal }, 'a provider let nobody in')
    return refused(c, { ...told, reason: found.refusal.reason })
  }
  return attempt.accountId ? link(c, attempt.accountId, found.value) : enter(c, attempt, found.value)
})

async function enter(c: C, { back }: Attempt, identity: Identity): Promise<Response> {
  const { deps, lang } = c.var
  const door = { from: addressOf(c), arrival: arrivalOf(c), lang, mayRegister: await mayRegister(c, back) }
  const entered = await comeIn(deps.db, deps.now(), identity, door)
  if (entered.ok) {
    setSessionCookie(c, entered.value.token)
    return goTo(c, back ?? landingOf(entered.value.grants))
  }
  const { refusal } = entered
  if (refusal.reason === 'too_many') throw new TooMany(refusal.seconds)
  return refused(c, { provider: identity.provider, back, reason: refusal.reason })
}

async function link(c: C, accountId: string, identity: Identity): Promise<Response> {
  const { db, now } = c.var.deps
  const linked = await inTransaction(db, (tx) => linkIdentity(tx, now(), accountId, identity))
  if (linked.ok) return goTo(c, `${paths.account.href({})}#door`)
  return refused(c, { provider: identity.provider, isLink: true, reason: linked.refusal.reason })
}
