import { createHash, createHmac } from 'node:crypto'
import type { App } from '../../src/routes/kit/context'

export const sessionSecret = 'session-secret-of-the-tests-0123456789'

export type Answer = { status: number; headers: Headers; text: string; location: string | null; json<T>(): T }
export type Form = Record<string, string | number | (string | number)[] | undefined>

/** A browser without a screen: keeps cookies, sends forms as a browser does, and asks for pages or (as htmx does) for panels. */
export class Client {
  readonly cookies = new Map<string, string>()
  lang: 'zh-Hant' | 'en' = 'zh-Hant'
  /** Sent with forms instead of the token that pages give this browser; null sends none. */
  formToken: string | null | undefined

  constructor(
    private readonly app: App,
    readonly origin = 'http://shop.test',
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  /** Sends a form as the page it stands in gave it: with that page's token. */
  async post(path: string, form: Form = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams()
    const token = this.formToken === undefined ? await this.ownToken() : this.formToken
    if (token && form.csrf === undefined) body.append('csrf', token)
    for (const [name, value] of Object.entries(form)) {
      for (const one of [value].flat()) if (one !== undefined) body.append(name, String(one))
    }
    return this.send(path, { method: 'POST', body, headers: { Origin: this.origin, ...headers } })
  }

  /** The token that the forms of every page for this browser carry. */
  async ownToken(): Promise<string> {
    if (!this.cookies.has('visitor')) await this.get('/sign-in')
    const visitor = createHash('sha256')
      .update(this.cookies.get('visitor') ?? '')
      .digest('hex')
    return createHmac('sha256', sessionSecret).update(`form:${visitor}`).digest('base64url')
  }

  /** A fragment request, as htmx makes it. */
  panel(path: string, form?: Form): Promise<Answer> {
    const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Current-URL': `${this.origin}${path}` }
    return form ? this.post(path, form, headers) : this.get(path, headers)
  }

  async send(path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers)
    headers.set('Accept-Language', this.lang)
    if (this.cookies.size > 0) headers.set('Cookie', [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; '))
    const response = await this.app.request(new URL(path, this.origin).href, { redirect: 'manual', ...init, headers })
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie)
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      location: response.headers.get('Location') ?? response.headers.get('HX-Redirect'),
      json: <T>() => JSON.parse(text) as T,
    }
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (attributes.some((a) => /max-age=0/i.test(a))) this.cookies.delete(name)
    else this.cookies.set(name, value.join('='))
  }
}
