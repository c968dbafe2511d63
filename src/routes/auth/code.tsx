import { type CodeProps, codeScreen } from '../../views/auth/code'
import { paths } from '../../views/paths'
import { safeBack } from '../kit/back'
import { codeShown, resend } from '../kit/code'
import type { C } from '../kit/context'
import { idParam } from '../kit/params'
import { goTo, show } from '../kit/show'
import { shopfrontOf } from './shopfront'

type Purpose = CodeProps['purpose']

const roads = {
  sign_up: { code: paths.signUpCode, resending: paths.signUpResending, before: paths.signUp },
  reset: { code: paths.resetCode, resending: paths.resetResending, before: paths.reset },
} as const

type Said = { back?: string | undefined; errors?: CodeProps['errors'] }

/** Shows where the code is typed, with what is wrong. */
export async function showCode(
  c: C,
  purpose: Purpose,
  { back, errors }: Said,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { open: _, isOver, ...shown } = await codeShown(c, purpose)
  const id = idParam(c, 'id')
  const road = roads[purpose]
  const onward = { back }
  const urls = {
    action: road.code.href({ id }),
    resend: road.resending.href({ id }),
    before: road.before.href({}, onward),
  }
  const said = isOver && !errors ? { code: c.var.t('auth.code.over') } : errors
  const shopfront = await shopfrontOf(c, back)
  return show(c, codeScreen, { ...shown, purpose, back, shopfront, urls, ...(said ? { errors: said } : {}) }, status)
}

/** Sends another code and goes to its page; too early, the page says how long to wait. */
export async function resendAndShow(c: C, purpose: Purpose): Promise<Response> {
  const body = await c.req.parseBody()
  const back = safeBack(body.back)
  const sent = await resend(c, purpose)
  if ('id' in sent) return goTo(c, roads[purpose].code.href({ id: sent.id }, { back }))
  return showCode(c, purpose, { back, errors: { resend: c.var.t('auth.code.wait', { seconds: sent.wait }) } }, 422)
}
