import type { FC } from 'hono/jsx'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { whenText } from '../ui/when'
import { textIn } from '../ui/words'
import type { CustomerProps } from './customer'
import { orderHref } from './order-filter'

const columns = ['number', 'time', 'type', 'content', 'status', 'amount'] as const

/** Their last orders in all stores of the brand; those of this store open. */
export const CustomerOrders: FC<CustomerProps> = ({ file, frame, timeZone, storeId, currency }) => {
  const view = useView()
  const { t, lang } = view
  return (
    <section aria-labelledby="o-h">
      <h2 class="px-8 pt-5 pb-2 text-lg max-lg:px-4" id="o-h">
        {t('customers.orders')}{' '}
        <span class="num text-sm font-normal text-muted">
          {t('customers.orders_count', { count: file.orderCount })}
        </span>
      </h2>
      {file.orders.length === 0 && <p class="px-8 text-sm text-muted max-lg:px-4">{t('customers.no_orders')}</p>}
      {file.orders.length > 0 && (
        <table class="ledger folds close lg:[&_:is(th,td):first-child]:ps-8 lg:[&_:is(th,td):last-child]:pe-8">
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column === 'amount' ? 'n' : undefined}>
                  {t(`office.orders.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.orders.map((order) => {
              const number = order.fullNumber ?? t('orders.no_number')
              const content = order.lines.map((line) => `${textIn(line.name, lang)} ${line.quantity}`)
              const opens = frame.rights.orders && order.storeId === storeId
              return (
                <tr>
                  <th scope="row" class="lead num">
                    {opens ? <a href={orderHref(frame.place, order.id)}>{number}</a> : number}
                  </th>
                  <td class="num">{whenText(view, order.createdAt, timeZone)}</td>
                  <td>{t(`orders.type.${order.orderType}`)}</td>
                  <td class="grow text-muted num">{content.join(t('staff.and'))}</td>
                  <td>
                    <span class="status" data-status={order.status}>
                      {t(`orders.status.${order.status}`)}
                    </span>
                  </td>
                  <td class="n">
                    <Money
                      amount={order.total}
                      currency={currency}
                      class={order.status === 'cancelled' ? 'font-normal text-muted line-through' : 'font-normal'}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {file.favourites.length > 0 && (
        <section class="px-8 pt-7 max-lg:px-4" aria-labelledby="u-h">
          <h2 class="text-lg" id="u-h">
            {t('customers.favourites')}
          </h2>
          <ol class="mt-2 grid gap-1.5 text-sm">
            {file.favourites.map(({ name, quantity }) => (
              <li class="leader">
                <span>{textIn(name, lang)}</span>
                <span class="num">{t('customers.portions', { count: quantity })}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </section>
  )
}
