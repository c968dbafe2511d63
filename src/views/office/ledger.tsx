import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { dayText } from './day'
import { ledgerHref } from './order-filter'
import { OrderRow } from './order-row'
import type { OrdersProps } from './orders'

const columns = ['number', 'time', 'type', 'guest', 'content', 'status', 'payment', 'amount'] as const

/** The orders as a table, with the sum of what came in under the double rule. */
export const Ledger: FC<OrdersProps> = ({ frame, store, filter, today, orders }) => {
  const { t, lang } = useView()
  return (
    <>
      <table class="ledger orders-ledger">
        <caption class="sr-only">{t('office.orders.caption', { day: dayText(orders.day, lang) })}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                scope="col"
                class={column === 'amount' ? 'n' : undefined}
                {...(column === 'time' ? { 'aria-sort': 'descending' } : {})}
              >
                {column === 'time' ? (
                  <span class="inline-flex items-center gap-1">
                    {t('office.orders.col.time')}
                    <Icon name="arrow-down" class="size-3.5" />
                  </span>
                ) : (
                  t(`office.orders.col.${column}`)
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.items.map((order) => (
            <OrderRow place={frame.place} timeZone={store.timeZone} order={order} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={7}>
              {t(orders.day === today ? 'office.orders.kept_today' : 'office.orders.kept')}{' '}
              <span class="num font-normal text-muted">
                {t('office.orders.kept_of', { count: orders.matched.count })}
              </span>
            </th>
            <td class="n">
              <Money amount={orders.matched.kept} currency={store.currency} />
            </td>
          </tr>
        </tfoot>
      </table>
      {orders.nextCursor && (
        <p class="p-6 text-center">
          <a class="btn" href={ledgerHref(frame.place, filter, { cursor: orders.nextCursor })}>
            {t('office.orders.older')}
            <Icon name="chevron-right" />
          </a>
        </p>
      )}
    </>
  )
}

/** No order here: one sentence, one action. */
export const EmptyLedger: FC<OrdersProps> = ({ frame, filter, orders, today }) => {
  const { t } = useView()
  const { day: _day, ...narrowing } = filter
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined)
  return (
    <div class="grid justify-items-center gap-4 px-6 py-20 text-center">
      <Icon name="receipt-text" class="size-10 text-line-strong" />
      <p>{t(isNarrowed ? 'office.orders.none_match' : 'office.orders.none')}</p>
      {isNarrowed ? (
        <a class="btn" href={ledgerHref(frame.place, filter.day ? { day: filter.day } : {})}>
          {t('office.orders.show_all')}
        </a>
      ) : orders.day !== today ? (
        <a class="btn" href={ledgerHref(frame.place, {})}>
          {t('office.orders.to_today')}
        </a>
      ) : null}
    </div>
  )
}
