import { generateKeyPairSync } from 'node:crypto'
import { sign, verify } from 'hono/jwt'
import { OidcEmulator, type Someone } from './oidc'

const es256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = {
  private: es256.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  public: es256.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
}

/**
 * LINE Login v2.1: id tokens of the browser's flow are HS256 under the channel's secret; those that LIFF hands to pages are ES256, and are
 * verified by asking. `send` speaks for api.line.me, `visit` for access.line.me.
 */
export class LineEmulator extends OidcEmulator {
  protected readonly paths = { authorize: '/oauth2/v2.1/authorize', token: '/oauth2/v2.1/token' }
  protected readonly issuer = 'https://access.line.me'
  protected readonly signing = { alg: 'HS256' as const, key: async () => this.client.secret }

  /** What `liff.getIDToken()` gives a page inside LINE. */
  async liffToken(someone: Someone, claims: Record<string, unknown> = {}): Promise<string> {
    const iat = Math.floor(this.now().getTime() / 1000)
    const told = { iss: this.issuer, aud: this.client.id, iat, exp: iat + 3600, amr: ['linesso'] }
    return sign({ ...told, ...someone, ...claims }, pem.private, 'ES256')
  }

  protected override async other(path: string, fields: URLSearchParams): Promise<Response> {
    if (path !== '/oauth2/v2.1/verify') return super.other(path, fields)
    const turn = this.next.shift()
    if (turn === 'dead') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    if (turn && 'http' in turn) return new Response(turn.body ?? 'busy', { status: turn.http })
    const no = (error_description: string) =>
      Response.json({ error: 'invalid_request', error_description }, { status: 400 })
    const rules = { alg: 'ES256', exp: false, iat: false, nbf: false } as const
    const claims = await verify(fields.get('id_token') ?? '', pem.public, rules).catch(() => null)
    if (!claims) return no('Invalid IdToken.')
    if (claims.iss !== this.issuer) return no('Invalid IdToken Issuer.')
    if (claims.aud !== fields.get('client_id')) return no('Invalid IdToken Audience.')
    if (Number(claims.exp) * 1000 <= this.now().getTime()) return no('IdToken expired.')
    return Response.json(claims)
  }
}
