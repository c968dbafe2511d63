import type { Lang } from '../../shared/ctx'
import type { Result } from '../../shared/result'

export const providerNames = ['line', 'google'] as const
export type ProviderName = (typeof providerNames)[number]

/** Who somebody is at a provider. `subject` is theirs there for good; an address is surely theirs only when it is verified. */
export type Identity = {
  provider: ProviderName
  subject: string
  name: string
  email: { address: string; isVerified: boolean } | null
}

/** Nobody answered, the provider said no, or what it gave does not hold. `detail` is for the log alone. */
export type IdentityRefusal = { reason: 'unreachable' | 'refused' | 'bad_proof'; detail: string }

/** What goes along to a provider (state, nonce, the verifier's hash) and must come back or open the code. */
export type Journey = { state: string; nonce: string; verifier: string }

/** Somebody who knows our guests: the authorization code flow of OpenID Connect, with PKCE. */
export interface IdentityProvider {
  /** Where a browser goes to be recognised. */
  authorizationUrl(journey: Journey, lang: Lang): string
  /** Who came back with this code. Speaks to the provider: never within a transaction. */
  identify(code: string, journey: Omit<Journey, 'state'>, now: Date): Promise<Result<Identity, IdentityRefusal>>
}

/** Pages that open inside LINE, where LINE's own script hands over a proof of who is there. */
export interface InLine {
  readonly liffId: string
  readonly sdkUrl: string
  identify(idToken: string, now: Date): Promise<Result<{ identity: Identity; expiresAt: Date }, IdentityRefusal>>
}

/** The providers of this installation: those with credentials. */
export type Identities = { providers: Partial<Record<ProviderName, IdentityProvider>>; liff: InLine | null }
