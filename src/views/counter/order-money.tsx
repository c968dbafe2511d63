import type { FC } from 'hono/jsx'
import type { OrderView, PaymentView, RefundView } from '../../domain/orders/order-view'
import { Icon } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Pieces } from './pieces'

/** What came in and what went back. Cash that goes back is spelled out: somebody has to hand it over. */
export const OrderMoney: FC<{ order: OrderView }> = ({ order }) => {
  const paid = order.payments.filter(({ paidAt }) => paidAt !== null)
  if (paid.length + order.refunds.length === 0) return null
  return (
    <section class="grid gap-3" aria-label={useView().t('counter.money.title')}>
      {paid.map((payment) => (
        <Came payment={payment} order={order} />
      ))}
      {order.refunds.map((refund) => (
        <Went refund={refund} order={order} />
      ))}
    </section>
  )
}

const Came: FC<{ payment: PaymentView; order: OrderView }> = ({ payment, order }) => {
  const { t, lang } = useView()
  const money = (amount: number) => moneyText(amount, lang, order.currency)
  const values = {
    method: t(`orders.method.${payment.method}`),
    amount: money(payment.amount),
    time: payment.paidAt ? clockText(payment.paidAt, lang, order.store.timeZone) : '',
    name: payment.confirmedBy ?? '',
    tendered: money(payment.tendered ?? payment.amount),
    change: money(payment.changeGiven ?? 0),
  }
  return (
    <p class="notice notice-ok num">
      <Icon name={payment.method === 'cash' ? 'banknote' : 'credit-card'} />
      {t(`counter.money.${!payment.confirmedBy ? 'paid' : payment.changeGiven ? 'taken_change' : 'taken'}`, values)}
    </p>
  )
}

const Went: FC<{ refund: RefundView; order: OrderView }> = ({ refund, order }) => {
  const { t, lang } = useView()
  const payment = order.payments.find(({ id }) => id === refund.paymentId)
  const isCash = payment?.method === 'cash'
  const key = isCash ? 'cash' : refund.status
  return (
    <div class="grid gap-3">
      <p class={`notice num ${refund.status === 'failed' ? 'notice-bad' : 'notice-wait'}`} role="status">
        <Icon name="undo-2" />
        {t(`counter.money.back_${key}`, { amount: moneyText(refund.amount, lang, order.currency) })}
      </p>
      {isCash && <Pieces amount={refund.amount} currency={order.currency} words={t('counter.money.like_this')} />}
    </div>
  )
}
