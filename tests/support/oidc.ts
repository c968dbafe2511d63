import { createHash, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { sign } from 'hono/jwt'
import type { Send } from '../../src/domain/people/identities/ask'

export type Someone = { sub: string; name?: string; email?: string; email_verified?: boolean }
export type Client = { id: string; secret: string; redirectUri: string }
type Key = Parameters<typeof sign>[1]

/** How the next token request ends otherwise: no answer, another status or body, or an id token that is bent. */
export type Turn =
  | 'dead'
  | { http: number; body?: string }
  | { claims?: Record<string, unknown>; alg?: 'none' | 'HS256' | 'HS512' | 'RS256'; key?: Key }

type Given = { someone: Someone; challenge: string | null; redirectUri: string; nonce: string | null; at: number }

const codeMs = 10 * 60_000
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What LINE and Google do alike: ask the person, give a code once, and an id token for it. The rest is each vendor's own. */
export abstract class OidcEmulator {
  protected abstract readonly paths: { authorize: string; token: string }
  protected abstract readonly issuer: string
  protected abstract readonly signing: { alg: 'HS256' | 'RS256'; key: () => Promise<Key> }
  /** Every token request's fields, as they came over the wire. */
  readonly heard: URLSearchParams[] = []
  /** Every address that a browser was sent to. */
  readonly visited: URL[] = []
  next: Turn[] = []
  /** Who sits at the browser that comes by `serve`. */
  someone: Someone = { sub: 'U-nobody', name: '某人' }
  private readonly codes = new Map<string, Given>()

  constructor(
    readonly client: Client,
    protected readonly now: () => Date = () => new Date(),
  ) {}

  /** The person allows it, or (null) cancels: where the vendor sends the browser then. Throws what its error page would say. */
  visit(address: string, someone: Someone | null = this.someone): string {
    const url = new URL(address)
    this.visited.push(url)
    const asked = (name: string) => url.searchParams.get(name)
    if (url.pathname !== this.paths.authorize) throw new Error(`404 ${url.pathname}`)
    if (asked('response_type') !== 'code' || asked('client_id') !== this.client.id) throw new Error('400 Bad Request')
    if (asked('redirect_uri') !== this.client.redirectUri) throw new Error('400 Invalid redirect_uri value')
    if (!asked('state') || !asked('scope')?.split(' ').includes('openid')) throw new Error('400 Bad Request')
    if (asked('code_challenge_method') !== 'S256') throw new Error('400 Invalid code_challenge_method')
    const back = new URL(this.client.redirectUri)
    if (someone) {
      const code = randomUUID().replaceAll('-', '')
      const given = { someone, challenge: asked('code_challenge'), redirectUri: asked('redirect_uri')! }
      this.codes.set(code, { ...given, nonce: asked('nonce'), at: this.now().getTime() })
      back.searchParams.set('code', code)
    } else {
      back.searchParams.set('error', 'access_denied')
      back.searchParams.set('error_description', 'The resource owner denied the request.')
    }
    back.searchParams.set('state', asked('state')!)
    return back.href
  }

  /** The wire from our server. */
  readonly send: Send = async (url, init) => {
    const { pathname } = new URL(url)
    if (init.method !== 'POST') return new Response('', { status: 405 })
    const fields = new URLSearchParams(String(init.body))
    if (pathname !== this.paths.token) return this.other(pathname, fields)
    this.heard.push(fields)
    const turn = this.next.shift()
    if (turn === 'dead') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    if (turn && 'http' in turn) return new Response(turn.body ?? 'busy', { status: turn.http })
    return this.token(fields, turn ?? {})
  }

  /** Both ends over HTTP, for journeys in a browser: the person finds two links. */
  serve(): Hono {
    const app = new Hono()
    app.get(this.paths.authorize, (c) =>
      c.html(`<title>${this.issuer}</title><p><a href="${this.visit(c.req.url)}">Allow</a></p>
        <p><a href="${this.visit(c.req.url, null)}">Cancel</a></p>`),
    )
    app.post('*', async (c) => this.send(c.req.url, { method: 'POST', body: await c.req.text() }))
    return app
  }

  protected other(_path: string, _fields: URLSearchParams): Response | Promise<Response> {
    return new Response('', { status: 404 })
  }

  private async token(fields: URLSearchParams, turn: Exclude<Turn, 'dead' | { http: number }>): Promise<Response> {
    const field = (name: string) => fields.get(name) ?? ''
    if (field('client_id') !== this.client.id || field('client_secret') !== this.client.secret)
      return Response.json({ error: 'invalid_client', error_description: 'invalid client' }, { status: 401 })
    if (field('grant_type') !== 'authorization_code')
      return Response.json({ error: 'unsupported_grant_type' }, { status: 400 })
    const given = this.codes.get(field('code'))
    this.codes.delete(field('code'))
    const challenge = createHash('sha256').update(field('code_verifier')).digest('base64url')
    const isGood =
      given &&
      given.at + codeMs > this.now().getTime() &&
      given.redirectUri === field('redirect_uri') &&
      given.challenge === challenge
    if (!isGood)
      return Response.json({ error: 'invalid_grant', error_description: 'invalid authorization code' }, { status: 400 })
    return Response.json({
      access_token: randomUUID(),
      expires_in: 2_592_000,
      id_token: await this.idToken(given, turn),
      refresh_token: randomUUID(),
      scope: 'openid profile',
      token_type: 'Bearer',
    })
  }

  private async idToken(
    { someone, nonce }: Given,
    { claims = {}, alg, key }: Exclude<Turn, 'dead' | { http: number }>,
  ) {
    const iat = Math.floor(this.now().getTime() / 1000)
    const told = { iss: this.issuer, aud: this.client.id, iat, exp: iat + 3600, ...(nonce && { nonce }) }
    const payload = { ...told, ...someone, ...claims }
    if (alg === 'none') return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`
    return sign(payload, key ?? (await this.signing.key()), alg ?? this.signing.alg)
  }
}
