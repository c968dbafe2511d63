import { z } from 'zod'
import { confirmCash } from '../../domain/orders/paying/confirm-cash'
import { type PaymentProps, paymentScreen } from '../../views/counter/payment'
import { cashWords } from '../../views/counter/words'
import { paths } from '../../views/paths'
import { decimalsOf } from '../../views/ui/words'
import { router } from '../kit/audience'
import { type C, wantsFragment } from '../kit/context'
import { NotFound } from '../kit/errors'
import { readForm } from '../kit/form'
import { need } from '../kit/guard'
import { idParam } from '../kit/params'
import { run } from '../kit/run'
import { show } from '../kit/show'
import { barAbove, speechOf } from './bar'
import { orderOf } from './order'

export const payment = router()

const paymentProps = async (c: C, more: Pick<PaymentProps, 'typed' | 'problem'> = {}): Promise<PaymentProps> => {
  const [order, bar] = await Promise.all([orderOf(c), barAbove(c, 'queue')])
  return { bar, order, ...more }
}

payment.get(paths.counterPayment.pattern, need('counter.use'), async (c) =>
  show(c, paymentScreen, await paymentProps(c)),
)

const payForm = z.object({
  key: z.string().min(1).max(200),
  method: z.enum(['cash', 'card_terminal']).default('cash').catch('cash'),
  tendered: z.string().max(20).default(''),
})

payment.post(paths.counterPayment.pattern, need('counter.use'), async (c) => {
  const { place, t } = c.var
  const form = await readForm(c, payForm)
  if (!form.ok) return show(c, paymentScreen, await paymentProps(c), 422)
  const { key, method, tendered: text } = form.value
  const typed = { method, tendered: text, key }
  const tendered = method === 'cash' ? amountOf(text, place.currency) : undefined
  if (tendered === null) {
    return show(c, paymentScreen, await paymentProps(c, { typed, problem: t('counter.pay.problem.amount') }), 422)
  }

  const orderId = idParam(c, 'id')
  const result = await run(c, confirmCash, { orderId, method, key, ...(tendered === undefined ? {} : { tendered }) })
  if (result.ok) {
    const params = { brand: place.brandSlug, store: place.storeSlug, id: orderId }
    if (!wantsFragment(c)) return c.redirect(paths.counterPayment.href(params), 303)
    return show(c, paymentScreen, await paymentProps(c))
  }
  if (result.refusal.reason === 'not_found') throw new NotFound()
  const problem = cashWords(speechOf(c), result.refusal)
  return show(c, paymentScreen, await paymentProps(c, { typed, problem }), 422)
})

/** What was typed as minor units: separators and full-width digits are welcome, anything else is null. */
function amountOf(text: string, currency: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s$]/g, '')
  const decimals = decimalsOf(currency)
  const [, whole, part = ''] = /^(\d{1,8})(?:\.(\d*))?$/.exec(plain) ?? []
  if (whole === undefined || part.length > decimals) return null
  return Number(whole) * 10 ** decimals + Number(part.padEnd(decimals, '0'))
}
