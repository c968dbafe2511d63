import { z } from 'zod'
import { isPassword } from '../../domain/people/passwords'
import { beginReset, finishReset } from '../../domain/people/reset-password'
import { type ResetProps, resetScreen } from '../../views/auth/reset'
import { codeError } from '../../views/auth/words'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import { codeField } from '../kit/code'
import type { C } from '../kit/context'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { arrivalOf, setSessionCookie } from '../kit/session'
import { goTo, show } from '../kit/show'
import { resendAndShow, showCode } from './code'
import { landingOf } from './landing'
import { shopfrontOf } from './shopfront'

const askForm = z.object({ phone: z.string().trim().min(1).max(30), back: z.string().optional() })
const form = z.object({
  code: codeField,
  password: z.string('auth.password_bad').refine(isPassword, 'auth.password_bad'),
  back: z.string().optional(),
})

export const reset = router()

reset.get(paths.reset.pattern, need('public'), (c) => answer(c, { back: safeBack(c.req.query('back')) }))

reset.post(paths.reset.pattern, need('public'), async (c) => {
  const { deps, lang, t } = c.var
  const read = await readForm(c, askForm)
  const typed = read.ok ? read.value : read.refusal.typed
  const back = safeBack(typed.back)
  const error = t('auth.phone_bad')
  if (!read.ok) return answer(c, { back, phone: typed.phone, error }, 422)
  if (!deps.codes.sender) return answer(c, { back, phone: typed.phone }, 422)
  const wanted = { phone: read.value.phone, from: addressOf(c), visitor: arrivalOf(c).visitor, lang }
  const begun = await beginReset(deps.db, deps.now(), deps.codes.secret, wanted)
  if (begun.ok) return goTo(c, paths.resetCode.href({ id: begun.value }, { back }))
  if (begun.refusal.reason === 'too_many') throw new TooMany(begun.refusal.seconds)
  return answer(c, { back, phone: typed.phone, error }, 422)
})

reset.get(paths.resetCode.pattern, need('public'), (c) => showCode(c, 'reset', { back: safeBack(c.req.query('back')) }))

reset.post(paths.resetCode.pattern, need('public'), async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, form)
  if (!read.ok) {
    const { errors, typed } = read.refusal
    const told = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]))
    return showCode(c, 'reset', { back: safeBack(typed.back), errors: told }, 422)
  }
  const { code, password } = read.value
  const back = safeBack(read.value.back)
  const proof = { id: idParam(c, 'id'), code, password, from: addressOf(c), arrival: arrivalOf(c) }
  const done = await finishReset(deps.db, deps.now(), deps.codes.secret, proof)
  if (done.ok) {
    setSessionCookie(c, done.value.token)
    return goTo(c, back ?? landingOf(done.value.grants))
  }
  const { refusal } = done
  if (refusal.reason === 'too_many') throw new TooMany(refusal.seconds)
  if (refusal.reason === 'not_found') throw new NotFound()
  const errors =
    refusal.reason === 'bad_password' ? { password: t('auth.password_bad') } : { code: codeError(t, refusal) }
  return showCode(c, 'reset', { back, errors }, 422)
})

reset.post(paths.resetResending.pattern, need('public'), (c) => resendAndShow(c, 'reset'))

async function answer(
  c: C,
  props: Omit<ResetProps, 'shopfront' | 'canSend'>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const canSend = c.var.deps.codes.sender !== null
  return show(c, resetScreen, { ...props, canSend, shopfront: await shopfrontOf(c, props.back) }, status)
}
