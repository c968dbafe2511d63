import type { FC } from 'hono/jsx'
import type { AttemptEntry, OrderTrail, RefundEntry } from '../../domain/orders/order-trail'
import type { OrderView, PaymentView } from '../../domain/orders/order-view'
import { Money, moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'

type MoneyProps = { order: OrderView; trail: OrderTrail }

/** Payments, the conversations with gateways behind them, and money that went back. */
export const OrderMoney: FC<MoneyProps> = ({ order, trail }) => {
  const { t } = useView()
  const { timeZone } = order.store
  return (
    <section class="pt-8" aria-labelledby="money-h">
      <h2 class="border-b border-line pb-1 text-lg" id="money-h">
        {t('office.order.money')}
      </h2>
      <ul class="text-sm">
        {order.payments.map((payment) => (
          <Payment payment={payment} currency={order.currency} timeZone={timeZone} />
        ))}
        {trail.attempts.map((attempt) => (
          <Attempt attempt={attempt} timeZone={timeZone} />
        ))}
        {trail.refunds.map((refund) => (
          <Refund refund={refund} currency={order.currency} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  )
}

const row = 'flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5 leading-6'

const Payment: FC<{ payment: PaymentView; currency: string; timeZone: string }> = ({ payment, currency, timeZone }) => {
  const { t, lang } = useView()
  return (
    <li class={row}>
      <span>
        <b>{t(`orders.method.${payment.method}`)}</b> {t(`office.payment_status.${payment.status}`)}
        {payment.tendered !== null && (
          <span class="num block text-xs text-muted">
            {t('office.order.tendered', {
              tendered: moneyText(payment.tendered, lang, currency),
              change: moneyText(payment.changeGiven ?? 0, lang, currency),
            })}
          </span>
        )}
      </span>
      <span class="text-end">
        <Money amount={payment.amount} currency={currency} />
        {payment.paidAt && (
          <span class="num block text-xs text-muted">{dayClockText(payment.paidAt, lang, timeZone)}</span>
        )}
      </span>
    </li>
  )
}

const Attempt: FC<{ attempt: AttemptEntry; timeZone: string }> = ({ attempt, timeZone }) => {
  const { t, lang } = useView()
  return (
    <li class={row}>
      <span class="min-w-0">
        {t('office.order.attempt', {
          gateway: t(`orders.gateway.${attempt.gateway}`),
          status: t(`office.attempt_status.${attempt.status}`),
        })}
        <span class="num block text-xs break-all text-muted">
          {[attempt.externalRef, attempt.error].filter(Boolean).join(t('office.comma'))}
        </span>
      </span>
      <span class="num text-xs text-muted">{dayClockText(attempt.settledAt ?? attempt.createdAt, lang, timeZone)}</span>
    </li>
  )
}

const Refund: FC<{ refund: RefundEntry; currency: string; timeZone: string }> = ({ refund, currency, timeZone }) => {
  const { t, lang } = useView()
  const detail = [refund.note, refund.status === 'done' ? null : refund.error].filter(Boolean).join(t('office.comma'))
  return (
    <li class={row}>
      <span class="min-w-0">
        <b>{t(`office.order.refund_by.${refund.by}`)}</b> {t(`office.refund_status.${refund.status}`)}
        {detail && <span class="block text-xs text-muted">{detail}</span>}
      </span>
      <span class="text-end">
        <Money amount={-refund.amount} currency={currency} />
        <span class="num block text-xs text-muted">
          {dayClockText(refund.settledAt ?? refund.createdAt, lang, timeZone)}
        </span>
      </span>
    </li>
  )
}
