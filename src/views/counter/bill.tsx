import type { FC, PropsWithChildren } from 'hono/jsx'
import type { OrderLineView, OrderView } from '../../domain/orders/order-view'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'
import { minutesFrom } from './minutes'
import { OrderNote } from './order-note'

/** The bill at the right: what was ordered and what it comes to. Children stand under the total. */
export const Bill: FC<PropsWithChildren<{ order: OrderView }>> = ({ order, children }) => {
  const { t } = useView()
  return (
    <aside class="bill" aria-label={t('counter.bill.of', { number: order.number ?? t('orders.no_number') })}>
      <header class="flex items-center gap-3 px-5 pt-4 pb-3">
        <h2 class="num text-xl">{order.number ?? t('orders.no_number')}</h2>
        <p class="text-sm leading-5 text-muted">
          <span class="text-ink">
            {[t(`orders.type.${order.orderType}`), order.tableLabel, order.contactName]
              .filter(Boolean)
              .join(t('counter.comma'))}
          </span>
          <br />
          <span class="num">
            {t('counter.bill.age', { minutes: minutesFrom(order.placedAt ?? order.createdAt, useView().now) })}
          </span>
        </p>
      </header>
      <div class="min-h-0 overflow-y-auto border-t border-line py-2" tabindex={0}>
        <ul>
          {order.lines.map((line) => (
            <BillLine line={line} order={order} />
          ))}
        </ul>
        {order.note && (
          <div class="mt-1 border-t border-line px-5 pt-2">
            <OrderNote text={order.note} />
          </div>
        )}
      </div>
      <footer class="border-t border-line px-5 pt-3 pb-4">
        <Sums order={order} />
        <p class="rule mt-1 flex items-baseline justify-between">
          <span class="font-bold">
            {t('counter.bill.total')}{' '}
            <span class="num text-sm font-normal text-muted">
              {t('counter.bill.items', { count: order.itemCount })}
            </span>
          </span>
          <Money amount={order.total} currency={order.currency} class="text-2xl" />
        </p>
        {children}
      </footer>
    </aside>
  )
}

const BillLine: FC<{ line: OrderLineView; order: OrderView }> = ({ line, order }) => {
  const { t, lang } = useView()
  return (
    <li class="bill-line is-sent">
      <span class="qty">{line.quantity}</span>
      <div>
        <p class="leading-6">{textIn(line.name, lang)}</p>
        {line.options.length > 0 && (
          <p class="text-xs text-muted">{line.options.map((o) => textIn(o.name, lang)).join(t('counter.between'))}</p>
        )}
        <OrderNote text={line.note} />
      </div>
      <Money amount={line.lineTotal} currency={order.currency} class="font-normal" />
    </li>
  )
}

const Sums: FC<{ order: OrderView }> = ({ order }) => {
  const { t } = useView()
  const parts: [string, number][] = [
    ['subtotal', order.subtotal],
    ['discount', -order.discountTotal],
    ['service', order.serviceCharge],
    ['delivery', order.deliveryFee],
  ]
  return (
    <dl class="flex flex-wrap justify-between gap-x-4 text-sm text-muted [&>div]:flex [&>div]:gap-2">
      {parts
        .filter(([name, amount]) => name === 'subtotal' || amount !== 0)
        .map(([name, amount]) => (
          <div>
            <dt>{t(`counter.bill.${name}`)}</dt>
            <dd>
              <Money amount={amount} currency={order.currency} class="font-normal" />
            </dd>
          </div>
        ))}
    </dl>
  )
}
