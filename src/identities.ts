import type { Send } from './domain/people/identities/ask'
import { googleLogin } from './domain/people/identities/google'
import { inLine, lineLogin } from './domain/people/identities/line'
import type { Identities } from './domain/people/identities/provider'
import type { Env } from './env'
import { paths } from './views/paths'

/** Who else may say who a guest is here: the providers that this installation has credentials with. */
export function identitiesOf(env: Pick<Env, 'publicUrl' | 'line' | 'liff' | 'google'>, send?: Send): Identities {
  const { line, liff, google } = env
  const redirectTo = (provider: string) => env.publicUrl + paths.oauthCallback.href({ provider })
  return {
    providers: {
      ...(line && { line: lineLogin(line, redirectTo('line'), send) }),
      ...(google && { google: googleLogin(google, redirectTo('google'), send) }),
    },
    liff: line && liff ? inLine(line, liff, send) : null,
  }
}
