import { beginAttempt } from '../../domain/people/identities/attempts'
import { type IdentityProvider, type ProviderName, providerNames } from '../../domain/people/identities/provider'
import { tooMany } from '../../domain/people/rate-limit'
import { addressOf } from './address'
import type { C } from './context'
import { NotFound, TooMany } from './errors'
import { leaveFor } from './leave'
import { arrivalOf } from './session'

/** The providers that guests may sign in by here, in the order of their buttons. */
export const offeredProviders = (c: C): ProviderName[] =>
  providerNames.filter((name) => c.var.deps.identities.providers[name])

/** The provider that the URL names; 404 when this installation has none. */
export function providerOf(c: C): { name: ProviderName; provider: IdentityProvider } {
  const name = providerNames.find((known) => known === c.req.param('provider'))
  const provider = name && c.var.deps.identities.providers[name]
  if (!name || !provider) throw new NotFound()
  return { name, provider }
}

/** Sends the reader to the provider in the URL: to sign in, or to link an account that has been proven just now. */
export async function leaveForProvider(
  c: C,
  { accountId, back }: { accountId: string | null; back?: string | undefined },
): Promise<Response> {
  const { name, provider } = providerOf(c)
  const { db, now } = c.var.deps
  const limited = await tooMany(db, 'oauthFrom', addressOf(c), now())
  if (limited) throw new TooMany(limited.seconds)
  const { visitor } = arrivalOf(c)
  const journey = await beginAttempt(db, now(), { provider: name, visitor, accountId, back })
  return leaveFor(c, provider.authorizationUrl(journey, c.var.lang))
}
