import { ok, type Result, refuse } from '../../shared/result'
import type { IdentityRefusal } from './provider'

export type Send = (url: string, init: RequestInit) => Promise<Response>

const timeoutMs = 8_000

/** Posts a form to a provider and gives its JSON answer. 4xx is a no; silence, 429, 5xx and what cannot be read mean that nobody answered. */
export async function ask(
  send: Send,
  url: string,
  fields: Record<string, string>,
): Promise<Result<object, IdentityRefusal>> {
  try {
    const response = await send(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
    const body = parsed(await response.text())
    if (response.ok && body) return ok(body)
    if (response.ok || response.status === 429 || response.status >= 500)
      return refuse({ reason: 'unreachable', detail: `HTTP ${response.status}` })
    return refuse({ reason: 'refused', detail: `HTTP ${response.status} ${said(body)}` })
  } catch (e) {
    return refuse({ reason: 'unreachable', detail: e instanceof Error ? e.message : String(e) })
  }
}

function parsed(text: string): object | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}

function said(body: object | null): string {
  const { error = '', error_description = '' } = (body ?? {}) as Record<string, unknown>
  return `${error} ${error_description}`.trim().slice(0, 200)
}
