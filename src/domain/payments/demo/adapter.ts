import { z } from 'zod'
import type { Callback, Gateway, Refunded, Standing } from '../gateway'
import { callbackKey, isSame, merchantKey, sign, signatureHeader } from './signature'

const timeoutMs = 8_000

const started = z.object({ id: z.string(), paymentUrl: z.string() })
const charge = z.object({
  id: z.string(),
  merchantRef: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  status: z.enum(['pending', 'approved', 'declined', 'cancelled', 'expired']),
})
type Told = z.infer<typeof charge>
const refunded = z.object({ id: z.string() })

export type Send = (url: string, init: RequestInit) => Promise<Response>
type Reply = { ok: true; body: unknown } | { ok: false; status: number | null; error: string }

/**
 * The demo gateway, as real as the others: it speaks HTTP to a bank's page, which here is served by this same installation.
 * @param baseUrl where that bank is, asked for at each call since the port may be chosen at start
 * @param secret of this installation, from which the keys it shares with the bank are derived
 * @param send the wire; a test may lead it back into the app it tests
 */
export function demoGateway(baseUrl: () => string, secret: string, send: Send = fetch): Gateway {
  const call = async (path: string, body?: object): Promise<Reply> => {
    try {
      const response = await send(`${baseUrl()}${path}`, {
        signal: AbortSignal.timeout(timeoutMs),
        headers: { authorization: `Bearer ${merchantKey(secret)}`, 'content-type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      })
      if (response.ok) return { ok: true, body: await response.json() }
      return { ok: false, status: response.status, error: `HTTP ${response.status}` }
    } catch (e) {
      return { ok: false, status: null, error: e instanceof Error ? e.message : String(e) }
    }
  }
  /** Only a clear no is a no; anything else that is not an answer is unknown (R21). */
  const isNo = (reply: Reply) => !reply.ok && reply.status !== null && reply.status >= 400 && reply.status < 500

  const standing = async (path: string): Promise<Standing> => {
    const reply = await call(path)
    if (!reply.ok) {
      if (reply.status === 404) return { status: 'expired', error: 'the bank knows no such charge' }
      return { status: 'unknown', error: reply.error }
    }
    const known = charge.safeParse(reply.body)
    if (!known.success) return { status: 'unknown', error: 'an answer that cannot be read' }
    return standingOf(known.data)
  }
  const query: Gateway['query'] = ({ externalRef, attemptId }) =>
    standing(externalRef ? `/charges/${externalRef}` : `/charges?merchant_ref=${encodeURIComponent(attemptId)}`)

  return {
    name: 'demo',
    async start({ attemptId, token: _, ...asked }) {
      const reply = await call('/charges', {
        merchantRef: attemptId,
        callbackKey: callbackKey(secret, attemptId),
        ...asked,
      })
      if (!reply.ok) return { status: isNo(reply) ? 'refused' : 'unknown', error: reply.error }
      const opened = started.safeParse(reply.body)
      if (!opened.success) return { status: 'unknown', error: 'an answer that cannot be read' }
      return { status: 'started', externalRef: opened.data.id, paymentUrl: opened.data.paymentUrl }
    },
    // This bank takes the money when the payer approves: there is nothing left to confirm.
    confirm: (externalRef) => query({ externalRef, attemptId: '' }),
    query,
    async refund(externalRef, amount, idempotencyKey): Promise<Refunded> {
      const reply = await call(`/charges/${externalRef}/refunds`, { amount, key: idempotencyKey })
      if (!reply.ok) return { status: isNo(reply) ? 'refused' : 'unknown', error: reply.error }
      const sent = refunded.safeParse(reply.body)
      return { status: 'done', externalRef: sent.success ? sent.data.id : null }
    },
    async parseCallback(request) {
      const fromUrl = new URL(request.url).searchParams.get('charge')
      if (request.method === 'GET') return fromUrl ? { externalRef: fromUrl, standing: null } : null
      return signedCallback(secret, await request.text(), request.headers.get(signatureHeader))
    },
  }
}

function standingOf({ status, amount, currency, merchantRef }: Told): Standing {
  if (status === 'approved') return { status, amount, currency, attemptId: merchantRef }
  return status === 'pending' ? { status } : { status, error: null }
}

/** The bank's own report, believed when its bytes are signed with the key of the charge it speaks of; else null. */
function signedCallback(secret: string, body: string, signature: string | null): Callback | null {
  const told = charge.safeParse(jsonOf(body))
  if (!told.success) return null
  const { id, merchantRef } = told.data
  if (!isSame(sign(callbackKey(secret, merchantRef), body), signature)) return null
  return { externalRef: id, standing: standingOf(told.data) }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
