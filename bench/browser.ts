import { createHash, createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

/** The secret of the site under measurement, which belongs to this run alone. */
export const sessionSecret = 'session-secret-of-the-benchmark-0123456789'

export type Answer = { status: number; body: string; bytes: number; location: string | undefined }
export type Timings = Map<string, { ms: number[]; bytes: number }>

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

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

  private send(
    kind: string,
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const begun = performance.now()
    const cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(path, this.base),
        {
          agent,
          method,
          headers: {
            Accept: 'text/html',
            'Accept-Language': 'zh-TW',
            ...(cookie ? { Cookie: cookie } : {}),
            ...(body ? { 'Content-Length': Buffer.byteLength(body) } : {}),
            ...headers,
          },
        },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => {
            const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
            this.note(kind, performance.now() - begun, bytes)
            for (const line of answer.headers['set-cookie'] ?? []) {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
              this.cookies.set(name, value)
            }
            const location = answer.headers.location ?? (answer.headers['hx-redirect'] as string | undefined)
            resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString(), bytes, location })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  private note(kind: string, ms: number, bytes: number): void {
    const timing = this.timings.get(kind) ?? { ms: [], bytes: 0 }
    timing.ms.push(ms)
    timing.bytes += bytes
    this.timings.set(kind, timing)
  }
}
