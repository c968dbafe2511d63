import { resolveAttempt } from '../../domain/orders/paying/resolve-attempt'
import { settleAttempt } from '../../domain/orders/paying/settle-attempt'
import { inTransaction } from '../../domain/shared/in-transaction'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { need } from '../kit/guard'

export const payments = router()

/**
 * A gateway reports by itself. What is signed is believed, what is not leads to a question (R21). Any report may come again, early or
 * late: it is answered 200 as long as it is ours, so that the gateway stops repeating it.
 */
payments.post(paths.paymentCallback.pattern, need('machine'), async (c) => {
  const { db, gateways, codes, now, log } = c.var.deps
  const name = c.req.param('gateway')
  const gateway = gateways.byName[name]
  if (!gateway) return c.json({ error: 'not_found' }, 404)
  const callback = await gateway.parseCallback(c.req.raw)
  if (!callback) {
    log.warn({ gateway: name, requestId: c.var.requestId }, 'a payment callback without a valid signature was refused')
    return c.json({ error: 'bad_signature' }, 401)
  }
  const { externalRef, standing } = callback
  const settled = standing
    ? await inTransaction(db, (tx) => settleAttempt(tx, now(), { gateway: name, externalRef, standing }))
    : await resolveAttempt({ db, gateways, codes, now }, { gateway: name, externalRef })
  if (!settled.ok) return c.json({ error: 'not_found' }, 404)
  if (settled.value.outcome === 'mismatch')
    log.error({ gateway: name, externalRef }, 'a payment callback does not match its order')
  return c.json({ outcome: settled.value.outcome })
})
