import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { openCharge, refundCharge } from '../../domain/payments/demo/bank'
import { type DemoCharge, findCharge, isSilent, toldOf } from '../../domain/payments/demo/charge'
import { isSame, merchantKey } from '../../domain/payments/demo/signature'
import { inTransaction } from '../../domain/shared/in-transaction'
import { ok } from '../../domain/shared/result'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { AppEnv, C } from '../kit/context'
import { need } from '../kit/guard'
import { bearerToken } from '../kit/headers'

/** The demo bank's HTTP interface, as its one merchant sees it: this installation. */
export const bankCharges = router()

/** Only who shows the merchant's key: a stranger could otherwise make the bank call addresses, and send money back. */
const merchant = createMiddleware<AppEnv>(async (c, next) => {
  if (!isSame(merchantKey(c.var.deps.env.sessionSecret), bearerToken(c))) return c.json({ error: 'unauthorized' }, 401)
  return next()
})

const webUrl = z.url({ protocol: /^https?$/ })
const newCharge = z.object({
  merchantRef: z.uuid(),
  amount: z.int().positive(),
  currency: z.string().length(3),
  title: z.string().max(200),
  lang: z.enum(['zh-Hant', 'en']),
  returnUrl: webUrl,
  cancelUrl: webUrl,
  callbackUrl: webUrl,
  callbackKey: z.string().min(32),
})
const newRefund = z.object({ amount: z.int().positive(), key: z.string().min(1).max(200) })

const bodyOf = async <S extends z.ZodType>(c: C, schema: S) => schema.safeParse(await c.req.json().catch(() => null))

bankCharges.post(paths.demoGatewayCharges.pattern, need('machine'), merchant, async (c) => {
  const { db, env, now } = c.var.deps
  const asked = await bodyOf(c, newCharge)
  if (!asked.success) return c.json({ error: 'bad_request', issues: asked.error.issues }, 400)
  const opened = await inTransaction(db, async (tx) => ok(await openCharge(tx, now(), asked.data)))
  if (!opened.ok) throw new Error('opening a charge refuses nothing')
  const { id } = opened.value
  return c.json({ id, paymentUrl: env.publicUrl + paths.demoGatewayPage.href({ charge: id }) }, 201)
})

/** A silent bank is a gateway that times out: no answer at all would only make everybody wait for the same. */
function answer(c: C, charge: DemoCharge | null): Response {
  if (!charge) return c.json({ error: 'not_found' }, 404)
  if (isSilent(charge, c.var.deps.now())) return c.json({ error: 'timeout' }, 504)
  return c.json(toldOf(charge))
}

bankCharges.get(paths.demoGatewayCharges.pattern, need('machine'), merchant, async (c) => {
  const ref = z.uuid().safeParse(c.req.query('merchant_ref'))
  return answer(c, ref.success ? await findCharge(c.var.deps.db, { merchantRef: ref.data }) : null)
})

bankCharges.get(paths.demoGatewayCharge.pattern, need('machine'), merchant, async (c) => {
  const id = z.uuid().safeParse(c.req.param('charge'))
  return answer(c, id.success ? await findCharge(c.var.deps.db, { id: id.data }) : null)
})

bankCharges.post(paths.demoGatewayRefunds.pattern, need('machine'), merchant, async (c) => {
  const { db, now } = c.var.deps
  const id = z.uuid().safeParse(c.req.param('charge'))
  const asked = await bodyOf(c, newRefund)
  if (!id.success) return c.json({ error: 'not_found' }, 404)
  if (!asked.success) return c.json({ error: 'bad_request', issues: asked.error.issues }, 400)
  const sent = await inTransaction(db, (tx) => refundCharge(tx, now(), { chargeId: id.data, ...asked.data }))
  if (sent.ok) return c.json(sent.value, 201)
  return c.json({ error: sent.refusal.reason }, sent.refusal.reason === 'not_found' ? 404 : 422)
})
