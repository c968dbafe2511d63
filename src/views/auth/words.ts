import type { AccountRefusal } from '../../domain/people/sign-up'
import type { T } from '../ui/words'
import type { SignUpErrors } from './sign-up'

/** What is wrong with a new account, under the field where it can be put right. */
export function signUpErrors(t: T, refusal: AccountRefusal): SignUpErrors {
  switch (refusal.reason) {
    case 'login_missing':
      return { login: t('auth.login_missing') }
    case 'bad_username':
      return { login: t('auth.username_bad') }
    case 'bad_email':
      return { login: t('auth.email_bad') }
    case 'bad_password':
      return { password: t('auth.password_bad') }
    case 'taken':
      return refusal.field === 'phone' ? { phone: t('auth.phone_taken') } : { login: t('auth.login_taken') }
  }
}
