import { z } from 'zod'
import { cartCount } from '../../domain/cart/count'
import { readLogin } from '../../domain/people/accounts'
import { beginSignUp } from '../../domain/people/begin-sign-up'
import { isPassword } from '../../domain/people/passwords'
import { type SignUpProps, signUpScreen } from '../../views/auth/sign-up'
import { signUpErrors } from '../../views/auth/words'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import { type C, ctxOf } from '../kit/context'
import { TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { offeredProviders } from '../kit/identities'
import { mayRegister } from '../kit/registration'
import { arrivalOf } from '../kit/session'
import { goTo, show } from '../kit/show'
import { landingOf } from './landing'
import { shopfrontOf } from './shopfront'

const form = z.object({
  name: z.string('auth.name_missing').trim().min(1, 'auth.name_missing').max(80, 'auth.name_long'),
  phone: z.string('auth.phone_bad').trim().min(1, 'auth.phone_bad').max(30, 'auth.phone_bad'),
  login: z.string('auth.new_login_missing').trim().min(1, 'auth.new_login_missing').max(254, 'auth.login_bad'),
  password: z.string('auth.password_bad').refine(isPassword, 'auth.password_bad'),
  back: z.string().optional(),
})

export const signUp = router()

signUp.get(paths.signUp.pattern, need('public'), async (c) => {
  const back = safeBack(c.req.query('back'))
  if (c.var.actor.kind === 'person') return goTo(c, back ?? landingOf(c.var.actor.grants))
  return answer(c, { back }, (await mayRegister(c, back)) ? 200 : 403)
})

signUp.post(paths.signUp.pattern, need('public'), async (c) => {
  const { deps, lang, t } = c.var
  const read = await readForm(c, form)
  const wayBack = safeBack(read.ok ? read.value.back : read.refusal.typed.back)
  if (!(await mayRegister(c, wayBack))) return answer(c, { back: wayBack }, 403)
  if (!read.ok) {
    const { typed, errors } = read.refusal
    const told = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]))
    return answer(c, { back: safeBack(typed.back), typed, errors: told }, 422)
  }
  const { login, name, phone, password } = read.value
  const back = safeBack(read.value.back)
  if (!deps.codes.sender) return answer(c, { back, typed: read.value }, 422)
  const wanted = { ...readLogin(login), name, phone, password, lang, from: addressOf(c), visitor: arrivalOf(c).visitor }
  const begun = await beginSignUp(deps.db, deps.now(), deps.codes.secret, wanted)
  if (begun.ok) return goTo(c, paths.signUpCode.href({ id: begun.value }, { back }))
  if (begun.refusal.reason === 'too_many') throw new TooMany(begun.refusal.seconds)
  return answer(c, { back, typed: read.value, errors: signUpErrors(t, begun.refusal) }, 422)
})

type Told = Omit<SignUpProps, 'shopfront' | 'cartCount' | 'canSend' | 'isClosed' | 'providers'>

async function answer(c: C, { back, typed = {}, errors }: Told, status: 200 | 403 | 422 = 200): Promise<Response> {
  const shopfront = await shopfrontOf(c, back)
  const count = shopfront ? await cartCount(c.var.deps.db, ctxOf(c, shopfront)) : 0
  const kept = { name: typed.name, phone: typed.phone, login: typed.login }
  const canSend = c.var.deps.codes.sender !== null
  const props = {
    back,
    shopfront,
    cartCount: count,
    canSend,
    providers: offeredProviders(c),
    isClosed: status === 403,
    typed: kept,
    ...(errors ? { errors } : {}),
  }
  return show(c, signUpScreen, props, status)
}
