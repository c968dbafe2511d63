import { CodeChallengeMethod, OAuth2Client, OAuth2Tokens } from 'arctic'
import { ok, type Result, refuse } from '../../shared/result'
import { ask, type Send } from './ask'
import type { IdentityRefusal, Journey } from './provider'

export type Credentials = { clientId: string; clientSecret: string; redirectUri: string }
export type Endpoints = { authorize: string; token: string }

/**
 * The two steps of the authorization code flow with PKCE. Arctic makes the URL and reads the answer; the request between is our own,
 * because arctic's has no time limit and fixed addresses, and LINE wants id and secret in the form.
 */
export function codeFlow({ clientId, clientSecret, redirectUri }: Credentials, to: Endpoints, send: Send) {
  const client = new OAuth2Client(clientId, null, redirectUri)
  return {
    authorizationUrl({ state, nonce, verifier }: Journey, scopes: string[], more: Record<string, string>): string {
      const { S256 } = CodeChallengeMethod
      const url = client.createAuthorizationURLWithPKCE(to.authorize, state, S256, verifier, scopes)
      for (const [name, value] of Object.entries({ nonce, ...more })) url.searchParams.set(name, value)
      return url.href
    },
    /** The id token that this code opens. */
    async idToken(code: string, verifier: string): Promise<Result<string, IdentityRefusal>> {
      const answered = await ask(send, to.token, {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        client_id: clientId,
        client_secret: clientSecret,
      })
      if (!answered.ok) return answered
      try {
        return ok(new OAuth2Tokens(answered.value).idToken())
      } catch {
        return refuse({ reason: 'bad_proof', detail: 'no id token' })
      }
    },
  }
}
