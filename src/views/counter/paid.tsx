import type { FC } from 'hono/jsx'
import type { OrderView, PaymentView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Large } from './change'
import type { PaymentProps } from './payment'
import { Pieces } from './pieces'
import { slugsOf } from './slugs'

/** The money is in: who took it and when, what goes back, and the way on. */
export const Paid: FC<PaymentProps> = ({ bar, order, problem }) => {
  const { t } = useView()
  const payment = order.payments.find(({ paidAt }) => paidAt !== null)
  const change = payment?.changeGiven ?? 0
  return (
    <>
      <div class="flex items-start justify-between gap-6">
        <div>
          {problem && (
            <p class="text-lg font-bold" role="alert">
              {problem}
            </p>
          )}
          <p class="num text-lg">
            {payment
              ? howWords(payment, order, useView())
              : t(`counter.pay.not_due.${order.endedAt ? 'over' : 'online'}`)}
          </p>
        </div>
        {payment && <p class="stamp text-xl">{t('counter.pay.stamp')}</p>}
      </div>
      <div class="tearline grid content-start gap-6 pt-8">
        {payment?.method === 'cash' && (
          <>
            <Large words={t('counter.pay.change')} amount={change} currency={order.currency} tone="text-ok" />
            <Pieces amount={change} currency={order.currency} />
          </>
        )}
      </div>
      <div class="grid grid-cols-2 gap-2 border-t border-line pt-4">
        <a class="btn btn-xl" href={paths.counterOrder.href({ ...slugsOf(bar.place), id: order.id })}>
          {t('counter.see_order')}
        </a>
        <a class="btn btn-primary btn-xl" href={paths.counterQueue.href(slugsOf(bar.place))} autofocus>
          {t('counter.back_to_queue')}
        </a>
      </div>
    </>
  )
}

function howWords(payment: PaymentView, order: OrderView, { t, lang }: ReturnType<typeof useView>): string {
  const time = payment.paidAt ? clockText(payment.paidAt, lang, order.store.timeZone) : ''
  const amount = moneyText(payment.tendered ?? payment.amount, lang, order.currency)
  const method = t(`orders.method.${payment.method}`)
  return payment.confirmedBy
    ? t('counter.pay.taken_by', { name: payment.confirmedBy, time, method, amount })
    : t('counter.pay.paid_at', { time, method, amount })
}
