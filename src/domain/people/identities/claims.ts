import { z } from 'zod'
import { ok, type Result, refuse } from '../../shared/result'
import type { Identity, IdentityRefusal, ProviderName } from './provider'

const schema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  azp: z.string().optional(),
  exp: z.number(),
  nonce: z.string().optional(),
  name: z.string().optional(),
  email: z.string().max(254).optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
})
export type Claims = z.output<typeof schema>

/** What an id token must say. `nonce` null: the flow has none. */
export type Expected = { issuers: readonly string[]; clientId: string; nonce: string | null; now: Date }

/** The claims of an id token whose origin is certain, once they are about us, this journey and this moment (OpenID Connect Core, 3.1.3.7). */
export function checkClaims(
  payload: unknown,
  { issuers, clientId, nonce, now }: Expected,
): Result<Claims, IdentityRefusal> {
  const no = (detail: string) => refuse({ reason: 'bad_proof' as const, detail })
  const read = schema.safeParse(payload)
  if (!read.success) return no(`claims: ${read.error.issues.map(({ path }) => path.join('.')).join(' ')}`)
  const claims = read.data
  if (!issuers.includes(claims.iss)) return no('iss')
  if ([claims.aud].flat().some((one) => one !== clientId)) return no('aud')
  if (claims.azp !== undefined && claims.azp !== clientId) return no('azp')
  if (claims.exp * 1000 <= now.getTime()) return no('exp')
  if (nonce !== null && claims.nonce !== nonce) return no('nonce')
  return ok(claims)
}

/** The person that claims are about. */
export function identityOf(provider: ProviderName, { sub, name = '', email, email_verified }: Claims): Identity {
  const address = email?.trim().toLowerCase()
  return {
    provider,
    subject: sub,
    name: [...name.trim()].slice(0, 80).join(''),
    email: address ? { address, isVerified: email_verified === true } : null,
  }
}
