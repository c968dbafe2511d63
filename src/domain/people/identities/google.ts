import { decodeIdToken } from 'arctic'
import { decode } from 'hono/jwt'
import { ok, refuse } from '../../shared/result'
import type { Send } from './ask'
import { checkClaims, identityOf } from './claims'
import { codeFlow } from './code-flow'
import type { IdentityProvider } from './provider'

export type GoogleClient = { clientId: string; clientSecret: string; accountsUrl: string; tokenUrl: string }

const issuers = ['https://accounts.google.com', 'accounts.google.com']

/**
 * Sign in with Google. The id token comes over TLS from Google's own token endpoint, for our secret and our verifier: that stands for its
 * signature, as OpenID Connect Core 3.1.3.7 (6) allows. Production takes no token endpoint without https.
 * @param send the wire; a test may lead it to an emulator
 */
export function googleLogin(client: GoogleClient, redirectUri: string, send: Send = fetch): IdentityProvider {
  const { clientId } = client
  const endpoints = { authorize: `${client.accountsUrl}/o/oauth2/v2/auth`, token: `${client.tokenUrl}/token` }
  const flow = codeFlow({ ...client, redirectUri }, endpoints, send)
  return {
    authorizationUrl: (journey, lang) =>
      flow.authorizationUrl(journey, ['openid', 'profile', 'email'], {
        prompt: 'select_account',
        hl: lang === 'en' ? 'en' : 'zh-TW',
      }),
    async identify(code, { nonce, verifier }, now) {
      const token = await flow.idToken(code, verifier)
      if (!token.ok) return token
      const payload = signedPayload(token.value)
      if (!payload) return refuse({ reason: 'bad_proof', detail: 'not RS256' })
      const claims = checkClaims(payload, { issuers, clientId, nonce, now })
      return claims.ok ? ok(identityOf('google', claims.value)) : claims
    },
  }
}

/** What a token says that claims to be signed as Google signs; null for any other. */
function signedPayload(token: string): object | null {
  try {
    return decode(token).header.alg === 'RS256' ? decodeIdToken(token) : null
  } catch {
    return null
  }
}
