import { router } from '../kit/audience'
import { desks } from './desks'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { signUp } from './sign-up'

export const auth = router()
for (const part of [signIn, signUp, signOut, desks]) auth.route('/', part)
