import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import type { Send } from './adapter'
import { approveIfDue } from './bank'
import { type DemoCharge, toldOf } from './charge'
import { sign, signatureHeader } from './signature'

const timeoutMs = 10_000

/** The demo bank tells its merchant that something happened to a charge, as a stranger would: over HTTP, again until it is heard. */
export const callBackOver =
  (send: Send): Effect<'demo.callback'> =>
  async (deps, { chargeId }) => {
    const result = await inTransaction<DemoCharge | null, never>(deps.db, async (tx) =>
      ok(await approveIfDue(tx, deps.now(), chargeId)),
    )
    const charge = result.ok ? result.value : null
    if (!charge) return
    const { url, init } = reportOf(charge)
    const response = await send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  }

export const callBack = callBackOver(fetch)

/** The report of a charge as it stands, with its bytes signed. */
export function reportOf(charge: DemoCharge): {
  url: string
  init: { method: string; headers: Record<string, string>; body: string }
} {
  const body = JSON.stringify(toldOf(charge))
  const headers = { 'content-type': 'application/json', [signatureHeader]: sign(charge.callbackKey, body) }
  return { url: charge.callbackUrl, init: { method: 'POST', headers, body } }
}
