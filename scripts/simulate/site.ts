/** The site under simulation, spoken to over HTTP as an integrator would. */
export type Site = ReturnType<typeof siteAt>

export type Answer = { status: number; body: Record<string, unknown> }

export function siteAt(base: string) {
  async function call(method: string, path: string, token?: string, body?: unknown, key?: string): Promise<Answer> {
    const response = await fetch(new URL(path, base), {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : {} }
  }

  return {
    base,
    call,
    async token(username: string): Promise<string> {
      const form = new URLSearchParams({ username, password: username })
      const response = await fetch(new URL('/token', base), { method: 'POST', body: form })
      if (!response.ok)
        throw new Error(`${username} cannot sign in (${response.status}): the simulation needs the demo accounts`)
      return ((await response.json()) as { access_token: string }).access_token
    },
    /** Every item of a list, page by page. */
    async all(path: string, token?: string): Promise<Record<string, unknown>[]> {
      const items: Record<string, unknown>[] = []
      let cursor: string | null = null
      do {
        const query = `${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
        const { status, body } = await call('GET', path + query, token)
        if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`)
        items.push(...(body.items as Record<string, unknown>[]))
        cursor = (body.next_cursor as string | null) ?? null
      } while (cursor)
      return items
    },
    /** What the guest presses on the demo gateway's page. */
    async decide(paymentUrl: string, decision: string): Promise<number> {
      const url = new URL(paymentUrl, base)
      const response = await fetch(new URL(`${url.pathname}/decision`, base), {
        method: 'POST',
        body: new URLSearchParams({ choice: decision }),
        headers: { Origin: new URL(base).origin },
        redirect: 'manual',
      })
      return response.status
    },
  }
}
