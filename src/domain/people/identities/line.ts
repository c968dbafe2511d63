import { verify } from 'hono/jwt'
import { ok, refuse } from '../../shared/result'
import { ask, type Send } from './ask'
import { checkClaims, identityOf } from './claims'
import { codeFlow } from './code-flow'
import type { IdentityProvider, InLine } from './provider'

/** A LINE Login channel. `asksEmail`: LINE granted it the right to ask for addresses. */
export type LineChannel = {
  channelId: string
  channelSecret: string
  accessUrl: string
  apiUrl: string
  asksEmail: boolean
}

const issuers = ['https://access.line.me']

/**
 * LINE Login v2.1 in a browser. Its id tokens are HS256 under the channel's secret; any other algorithm is refused.
 * @param send the wire; a test may lead it to an emulator
 */
export function lineLogin(channel: LineChannel, redirectUri: string, send: Send = fetch): IdentityProvider {
  const { channelId: clientId, channelSecret: clientSecret } = channel
  const endpoints = {
    authorize: `${channel.accessUrl}/oauth2/v2.1/authorize`,
    token: `${channel.apiUrl}/oauth2/v2.1/token`,
  }
  const flow = codeFlow({ clientId, clientSecret, redirectUri }, endpoints, send)
  const scopes = ['openid', 'profile', ...(channel.asksEmail ? ['email'] : [])]
  return {
    authorizationUrl: (journey, lang) =>
      flow.authorizationUrl(journey, scopes, { ui_locales: lang === 'en' ? 'en-US' : 'zh-TW' }),
    async identify(code, { nonce, verifier }, now) {
      const token = await flow.idToken(code, verifier)
      if (!token.ok) return token
      // The clock is told: `checkClaims` looks at the times.
      const rules = { alg: 'HS256', exp: false, iat: false, nbf: false } as const
      const payload = await verify(token.value, clientSecret, rules).catch((e: Error) => e)
      if (payload instanceof Error) return refuse({ reason: 'bad_proof', detail: payload.name })
      const claims = checkClaims(payload, { issuers, clientId, nonce, now })
      return claims.ok ? ok(identityOf('line', claims.value)) : claims
    },
  }
}

/** Pages inside LINE (LIFF). Their id tokens are signed otherwise (ES256), so LINE itself is asked whether one is good and ours. */
export function inLine(
  { channelId: clientId, apiUrl }: Pick<LineChannel, 'channelId' | 'apiUrl'>,
  { id: liffId, sdkUrl }: { id: string; sdkUrl: string },
  send: Send = fetch,
): InLine {
  return {
    liffId,
    sdkUrl,
    async identify(idToken, now) {
      const answered = await ask(send, `${apiUrl}/oauth2/v2.1/verify`, { id_token: idToken, client_id: clientId })
      if (!answered.ok) return answered
      const claims = checkClaims(answered.value, { issuers, clientId, nonce: null, now })
      if (!claims.ok) return claims
      const { value } = claims
      return ok({ identity: identityOf('line', value), expiresAt: new Date(value.exp * 1000) })
    },
  }
}
