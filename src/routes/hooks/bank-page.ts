import { z } from 'zod'
import { chooseAtBank, type DemoChoice } from '../../domain/payments/demo/bank'
import { findCharge } from '../../domain/payments/demo/charge'
import { inTransaction } from '../../domain/shared/in-transaction'
import { PayPage } from '../../views/hooks/bank'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import type { C } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { isLang, wordsIn } from '../kit/language'
import { idParam } from '../kit/params'
import { showPage } from '../kit/show'

/** The demo bank's page for payers. Who has its address may pay, as with any bank's page. */
export const bankPage = router()

/** In the language the merchant asked for, whatever the browser prefers. */
async function page(c: C, chosen?: DemoChoice, status: 200 | 409 = 200): Promise<Response> {
  const charge = await findCharge(c.var.deps.db, { id: idParam(c, 'charge') })
  if (!charge) throw new NotFound()
  if (isLang(charge.lang)) {
    c.set('lang', charge.lang)
    c.set('t', wordsIn(charge.lang))
  }
  return showPage(c, PayPage, { charge, chosen }, status)
}

bankPage.get(paths.demoGatewayPage.pattern, need('public'), (c) => page(c))

const decision = z.object({
  choice: z.enum(['approve', 'decline', 'cancel', 'time_out', 'approve_late', 'call_back_twice']),
  late: z.coerce.number().int().min(1).max(3600).optional(),
})

bankPage.post(paths.demoGatewayDecision.pattern, need('public'), async (c) => {
  const { db, now } = c.var.deps
  const form = await readForm(c, decision)
  if (!form.ok) return page(c, undefined, 409)
  const { choice, late } = form.value
  const input = { chargeId: idParam(c, 'charge'), choice, ...(late ? { lateSeconds: late } : {}) }
  const chosen = await inTransaction(db, (tx) => chooseAtBank(tx, now(), input))
  if (!chosen.ok) return page(c, undefined, 409)
  const { redirectUrl } = chosen.value
  return redirectUrl ? c.redirect(redirectUrl, 303) : page(c, choice)
})
