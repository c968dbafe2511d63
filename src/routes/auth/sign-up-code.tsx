import { z } from 'zod'
import { finishSignUp } from '../../domain/people/finish-sign-up'
import { codeError, signUpErrors } from '../../views/auth/words'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import { codeField } from '../kit/code'
import { NotFound, TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { arrivalOf, setSessionCookie } from '../kit/session'
import { goTo } from '../kit/show'
import { resendAndShow, showCode } from './code'
import { landingOf } from './landing'

const form = z.object({ code: codeField, back: z.string().optional() })

export const signUpCode = router()

signUpCode.get(paths.signUpCode.pattern, need('public'), (c) =>
  showCode(c, 'sign_up', { back: safeBack(c.req.query('back')) }),
)

signUpCode.post(paths.signUpCode.pattern, need('public'), async (c) => {
  const { deps, t } = c.var
  const read = await readForm(c, form)
  if (!read.ok)
    return showCode(
      c,
      'sign_up',
      { back: safeBack(read.refusal.typed.back), errors: { code: t('auth.code.missing') } },
      422,
    )
  const back = safeBack(read.value.back)
  const proof = { id: idParam(c, 'id'), code: read.value.code, from: addressOf(c), arrival: arrivalOf(c) }
  const opened = await finishSignUp(deps.db, deps.now(), deps.codes.secret, proof)
  if (opened.ok) {
    setSessionCookie(c, opened.value.token)
    return goTo(c, back ?? landingOf(opened.value.grants))
  }
  const { refusal } = opened
  if (refusal.reason === 'too_many') throw new TooMany(refusal.seconds)
  if (refusal.reason === 'not_found') throw new NotFound()
  if (refusal.reason === 'wrong' || refusal.reason === 'over')
    return showCode(c, 'sign_up', { back, errors: { code: codeError(t, refusal) } }, 422)
  const said = Object.values(signUpErrors(t, refusal)).join(' ')
  return showCode(c, 'sign_up', { back, errors: { form: said } }, 422)
})

signUpCode.post(paths.signUpResending.pattern, need('public'), (c) => resendAndShow(c, 'sign_up'))
