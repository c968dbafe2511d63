import { router } from '../kit/audience'
import { desks } from './desks'
import { join } from './join'
import { liff } from './liff'
import { oauth } from './oauth'
import { oauthRefused } from './oauth-refused'
import { reset } from './reset'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { signUp } from './sign-up'
import { signUpCode } from './sign-up-code'

export const auth = router()
for (const part of [signIn, signUp, signUpCode, reset, signOut, desks, join, oauth, oauthRefused, liff])
  auth.route('/', part)
