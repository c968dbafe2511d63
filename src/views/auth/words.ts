import type { CodeRefusal } from '../../domain/people/codes/try-code'
import type { AccountRefusal } from '../../domain/people/sign-up'
import type { T } from '../ui/words'
import type { SignUpErrors } from './sign-up'

/** What is wrong with a new account, under the field where it can be put right. */
export function signUpErrors(t: T, refusal: AccountRefusal | { reason: 'bad_mobile' }): SignUpErrors {
  switch (refusal.reason) {
    case 'login_missing':
      return { login: t('auth.login_missing') }
    case 'bad_username':
      return { login: t('auth.username_bad') }
    case 'bad_email':
      return { login: t('auth.email_bad') }
    case 'bad_phone':
    case 'bad_mobile':
      return { phone: t('auth.phone_bad') }
    case 'bad_password':
      return { password: t('auth.password_bad') }
    case 'taken':
      return refusal.field === 'phone' ? { phone: t('auth.phone_taken') } : { login: t('auth.login_taken') }
  }
}

/** Why a code opens nothing. Another browser's code is not there at all: 404. */
export function codeError(t: T, refusal: Exclude<CodeRefusal, { reason: 'not_found' | 'too_many' }>): string {
  switch (refusal.reason) {
    case 'wrong':
      return t('auth.code.wrong', { count: refusal.left })
    case 'over':
      return t('auth.code.over')
  }
}
