import { createHash, createHmac } from 'node:crypto'
import { ask } from './wire'

/** The secret of the site under measurement, which belongs to this run alone. */
export const sessionSecret = 'session-secret-of-the-benchmark-0123456789'

export type Answer = { status: number; body: string; bytes: number; location: string | undefined }
export type Timings = Map<string, { ms: number[]; bytes: number }>

/** A browser of the closed loop: keeps cookies, asks for compressed pages, and notes how long each kind of request took. */
export class Browser {
  constructor(
    private readonly base: URL,
    private readonly timings: Timings,
    private readonly cookies = new Map<string, string>(),
  ) {}

  /** The same browser, signed in as it is, noting its times elsewhere. */
  notingInto = (timings: Timings): Browser => new Browser(this.base, timings, this.cookies)

  get(kind: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(kind, 'GET', path, undefined, headers)
  }

  /** A form sent as htmx sends it: the answer is the panel. */
  post(kind: string, path: string, form: Record<string, string>): Promise<Answer> {
    return this.send(kind, 'POST', path, new URLSearchParams({ ...form, csrf: this.formToken() }).toString(), {
      'Content-Type': 'application/x-www-form-urlencoded',
      'HX-Request': 'true',
      'HX-Request-Type': 'partial',
      Origin: this.base.origin,
    })
  }

  /** The token that this browser's pages carry, made as the server makes it: pages come packed and are not read here. */
  private formToken(): string {
    const visitor = createHash('sha256')
      .update(this.cookies.get('visitor') ?? '')
      .digest('hex')
    return createHmac('sha256', sessionSecret).update(`form:${visitor}`).digest('base64url')
  }

  private async send(
    kind: string,
    method: string,
    path: string,
    form: string | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    const sent = { Accept: 'text/html', 'Accept-Language': 'zh-TW', ...(cookie && { Cookie: cookie }), ...headers }
    const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`)
    const begun = performance.now()
    const {
      status,
      headers: told,
      body,
    } = await ask(this.base, [`${method} ${path} HTTP/1.1`, ...lines].join('\r\n'), form)
    this.note(kind, performance.now() - begun, body.length)
    let location: string | undefined
    for (const [name, value] of told) {
      if (name === 'location' || name === 'hx-redirect') location = value
      const [, cookieName = '', cookieValue = ''] = (name === 'set-cookie' && /^([^=]+)=([^;]*)/.exec(value)) || []
      if (cookieName) this.cookies.set(cookieName, cookieValue)
    }
    return { status, body: body.toString(), bytes: body.length, location }
  }

  private note(kind: string, ms: number, bytes: number): void {
    const timing = this.timings.get(kind) ?? { ms: [], bytes: 0 }
    timing.ms.push(ms)
    timing.bytes += bytes
    this.timings.set(kind, timing)
  }
}
