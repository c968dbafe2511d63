import type { Site } from './site'

export type ApiAnswer<T = Record<string, unknown>> = { status: number; body: T; headers: Headers }

/** An integrator with a token: JSON in, JSON out. */
export function apiOf(site: Site, token?: string) {
  const call = async <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ApiAnswer<T>> => {
    const response = await site.app.request(`http://shop.test${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text ? JSON.parse(text) : {}) as T, headers: response.headers }
  }
  return {
    get: <T = Record<string, unknown>>(path: string) => call<T>('GET', path),
    post: <T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) =>
      call<T>('POST', path, body, headers),
    put: <T = Record<string, unknown>>(path: string, body: unknown) => call<T>('PUT', path, body),
    patch: <T = Record<string, unknown>>(path: string, body: unknown) => call<T>('PATCH', path, body),
    delete: (path: string) => call('DELETE', path),
  }
}

/** A token by the OAuth2 password form. */
export async function tokenOf(site: Site, username: string, password = username): Promise<string> {
  const response = await site.app.request('http://shop.test/token', {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  return ((await response.json()) as { access_token: string }).access_token
}
