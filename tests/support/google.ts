import { generateKeyPairSync } from 'node:crypto'
import { OidcEmulator } from './oidc'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Google's OpenID Connect: `visit` speaks for accounts.google.com, `send` for oauth2.googleapis.com. */
export class GoogleEmulator extends OidcEmulator {
  protected readonly paths = { authorize: '/o/oauth2/v2/auth', token: '/token' }
  protected readonly issuer = 'https://accounts.google.com'
  protected readonly signing = { alg: 'RS256' as const, key: async () => pem }
}
