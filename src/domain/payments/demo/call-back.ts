import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { approveIfDue, type DemoCharge } from './bank'

const timeoutMs = 10_000

/** The demo bank tells its merchant that something happened to a charge, as a stranger would: over HTTP, again until it is heard. */
export const callBack: Effect<'demo.callback'> = async (deps, { chargeId }) => {
  const result = await inTransaction<DemoCharge | null, never>(deps.db, async (tx) =>
    ok(await approveIfDue(tx, deps.now(), chargeId)),
  )
  const charge = result.ok ? result.value : null
  if (!charge) return
  const response = await fetch(charge.callbackUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ charge: charge.id, merchantRef: charge.merchantRef, status: charge.status }),
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) throw new Error(`${charge.callbackUrl} answered ${response.status}`)
}
