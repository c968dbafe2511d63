import { z } from 'zod'
import { cartCount } from '../../domain/cart/count'
import { readLogin } from '../../domain/people/accounts'
import { isPassword } from '../../domain/people/passwords'
import { signUp as command } from '../../domain/people/sign-up'
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
import { sessionToken, setSessionCookie } from '../kit/session'
import { goTo, show } from '../kit/show'
import { landingOf } from './landing'
import { shopfrontOf } from './shopfront'

const form = z.object({
  name: z.string().trim().max(80, 'auth.name_long').optional(),
  phone: z
    .string()
    .trim()
    .regex(/^$|^\+?[\d\s()-]{6,20}$/, 'auth.phone_bad')
    .optional(),
  login: z.string('auth.login_missing').trim().min(1, 'auth.login_missing').max(254, 'auth.login_bad'),
  password: z.string('auth.password_bad').refine(isPassword, 'auth.password_bad'),
  back: z.string().optional(),
})

export const signUp = router()

signUp.get(paths.signUp.pattern, need('public'), async (c) => {
  const back = safeBack(c.req.query('back'))
  if (c.var.actor.kind === 'person') return goTo(c, back ?? landingOf(c.var.actor.grants))
  return answer(c, { back })
})

signUp.post(paths.signUp.pattern, need('public'), async (c) => {
  const { deps, actor, lang, t } = c.var
  const read = await readForm(c, form)
  if (!read.ok) {
    const { typed, errors } = read.refusal
    const told = Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, t(key)]))
    return answer(c, { back: safeBack(typed.back), typed, errors: told }, 422)
  }
  const { login, name, phone, password } = read.value
  const back = safeBack(read.value.back)
  const result = await command(deps.db, deps.now(), {
    ...readLogin(login),
    name,
    phone,
    password,
    lang,
    from: addressOf(c),
    visitor: actor.kind === 'system' ? '' : actor.visitor,
    oldToken: sessionToken(c),
  })
  if (!result.ok) {
    if (result.refusal.reason === 'too_many') throw new TooMany(result.refusal.seconds)
    return answer(c, { back, typed: read.value, errors: signUpErrors(t, result.refusal) }, 422)
  }
  setSessionCookie(c, result.value.token)
  return goTo(c, back ?? landingOf(result.value.grants))
})

async function answer(
  c: C,
  props: Omit<SignUpProps, 'shopfront' | 'cartCount'>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { back, typed = {}, errors } = props
  const shopfront = await shopfrontOf(c, back)
  const count = shopfront ? await cartCount(c.var.deps.db, ctxOf(c, shopfront)) : 0
  const kept = { name: typed.name, phone: typed.phone, login: typed.login }
  return show(
    c,
    signUpScreen,
    { back, shopfront, cartCount: count, typed: kept, ...(errors ? { errors } : {}) },
    status,
  )
}
