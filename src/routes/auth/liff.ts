import { z } from 'zod'
import { comeIn } from '../../domain/people/identities/come-in'
import type { InLine } from '../../domain/people/identities/provider'
import { mayShow } from '../../domain/people/identities/shown-token'
import { tooMany } from '../../domain/people/rate-limit'
import { LiffPage } from '../../views/auth/liff'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import type { C } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { mayRegister } from '../kit/registration'
import { arrivalOf, setSessionCookie } from '../kit/session'
import { goTo, showPage } from '../kit/show'
import { landingOf } from './landing'
import { refused } from './oauth-refused'

export const liff = router()

liff.get(paths.liff.pattern, need('public'), (c) => {
  const { liffId, sdkUrl } = appOf(c)
  const { actor } = c.var
  const back = safeBack(c.req.query('back')) ?? stateBack(c.req.query('liff.state'))
  const onward = actor.kind === 'person' ? (back ?? landingOf(actor.grants)) : undefined
  return showPage(c, LiffPage, { liffId, sdkUrl, back, onward })
})

const form = z.object({ id_token: z.string().min(1).max(8000), back: z.string().optional() })

liff.post(paths.liff.pattern, need('public'), async (c) => {
  const app = appOf(c)
  const { deps, lang, requestId } = c.var
  const limited = await tooMany(deps.db, 'liffFrom', addressOf(c), deps.now())
  if (limited) throw new TooMany(limited.seconds)
  const read = await readForm(c, form)
  if (!read.ok) return refused(c, { provider: 'line', reason: 'bad_proof' })
  const { id_token: idToken } = read.value
  const back = safeBack(read.value.back)
  const told = { provider: 'line', back } as const
  const found = await app.identify(idToken, deps.now())
  if (!found.ok) {
    deps.log.warn({ requestId, provider: 'line', ...found.refusal }, 'a proof from LINE opened nothing')
    return refused(c, { ...told, reason: found.refusal.reason === 'unreachable' ? 'unreachable' : 'bad_proof' })
  }
  const { identity, expiresAt } = found.value
  const arrival = arrivalOf(c)
  if (!(await mayShow(deps.db, deps.now(), { idToken, visitor: arrival.visitor, expiresAt })))
    return refused(c, { ...told, reason: 'stale' })
  const door = { from: addressOf(c), arrival, lang, mayRegister: await mayRegister(c, back) }
  const entered = await comeIn(deps.db, deps.now(), identity, door)
  if (entered.ok) {
    setSessionCookie(c, entered.value.token)
    return goTo(c, back ?? landingOf(entered.value.grants))
  }
  if (entered.refusal.reason === 'too_many') throw new TooMany(entered.refusal.seconds)
  return refused(c, { ...told, reason: entered.refusal.reason })
})

/** The LIFF app of this installation; 404 when there is none. */
function appOf(c: C): InLine {
  const { liff: app } = c.var.deps.identities
  if (!app) throw new NotFound()
  return app
}

/** LINE opens the page first with all that stood behind the app's address in one parameter. */
function stateBack(state: string | undefined): string | undefined {
  if (!state || !URL.canParse(state, 'http://here')) return undefined
  return safeBack(new URL(state, 'http://here').searchParams.get('back'))
}
