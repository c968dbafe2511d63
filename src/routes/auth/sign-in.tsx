import { z } from 'zod'
import { signIn as command } from '../../domain/people/sign-in'
import { type SignInProps, signInScreen } from '../../views/auth/sign-in'
import { paths } from '../../views/paths'
import { addressOf } from '../kit/address'
import { router } from '../kit/audience'
import { safeBack } from '../kit/back'
import type { C } from '../kit/context'
import { TooMany } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { offeredProviders } from '../kit/identities'
import { arrivalOf, setSessionCookie } from '../kit/session'
import { goTo, show } from '../kit/show'
import { landingOf } from './landing'
import { shopfrontOf } from './shopfront'

const form = z.object({
  login: z.string('auth.login_missing').trim().min(1, 'auth.login_missing').max(254, 'auth.wrong'),
  password: z.string('auth.password_missing').min(1, 'auth.password_missing').max(200, 'auth.wrong'),
  back: z.string().optional(),
})

export const signIn = router()

signIn.get(paths.signIn.pattern, need('public'), async (c) => {
  const back = safeBack(c.req.query('back'))
  if (c.var.actor.kind === 'person') return goTo(c, back ?? landingOf(c.var.actor.grants))
  return answer(c, { back })
})

signIn.post(paths.signIn.pattern, need('public'), async (c) => {
  const read = await readForm(c, form)
  if (!read.ok) {
    const { typed, errors } = read.refusal
    return answer(c, { back: safeBack(typed.back), login: typed.login, errors: words(c, errors) }, 422)
  }
  const { login, password } = read.value
  const back = safeBack(read.value.back)
  const { deps } = c.var
  const tried = { login, password, from: addressOf(c), ...arrivalOf(c) }
  const result = await command(deps.db, deps.now(), tried)
  if (!result.ok) {
    if (result.refusal.reason === 'too_many') throw new TooMany(result.refusal.seconds)
    return answer(c, { back, login, errors: { form: c.var.t('auth.wrong') } }, 422)
  }
  setSessionCookie(c, result.value.token)
  return goTo(c, back ?? landingOf(result.value.grants))
})

const words = (c: C, errors: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, c.var.t(key)]))

async function answer(
  c: C,
  props: Omit<SignInProps, 'shopfront' | 'providers'>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const shopfront = await shopfrontOf(c, props.back)
  return show(c, signInScreen, { ...props, shopfront, providers: offeredProviders(c) }, status)
}
