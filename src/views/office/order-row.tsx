import type { FC } from 'hono/jsx'
import type { OfficeOrder } from '../../domain/orders/office-orders'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import { orderHref } from './order-filter'

type OrderRowProps = { place: { brandSlug: string; storeSlug: string }; timeZone: string; order: OfficeOrder }

/** One order in the ledger; the whole row leads to it. */
export const OrderRow: FC<OrderRowProps> = ({ place, timeZone, order }) => {
  const { t, lang } = useView()
  const content = order.lines
    .map(({ name, quantity }) => `${textIn(name, lang)} ${quantity}`)
    .join(t('office.orders.list_comma'))
  return (
    <tr>
      <th scope="row" class="num">
        <a href={orderHref(place, order.id)} class={order.number ? undefined : 'font-normal text-muted'}>
          {order.number ?? t('orders.no_number')}
        </a>
      </th>
      <td class="num">{clockText(order.createdAt, lang, timeZone)}</td>
      <td>{t(`orders.type.${order.orderType}`)}</td>
      <td class="guest">{guestOf(order)}</td>
      <td class="grow text-muted num">{content}</td>
      <td class="state">
        <OrderStatus order={order} />
      </td>
      <td class={isUnpaid(order) ? 'text-muted' : undefined}>
        {isUnpaid(order) ? t('office.orders.not_paid') : t(`orders.method.${order.payWay}`)}
      </td>
      <td class="n">
        <Money
          amount={order.total}
          class={order.status === 'cancelled' ? 'font-normal text-muted line-through' : 'font-normal'}
        />
      </td>
    </tr>
  )
}

const isUnpaid = (order: OfficeOrder) => order.paymentState === 'unpaid'

/** Who or where: the table, the street, the name. */
function guestOf(order: OfficeOrder): string {
  if (order.orderType === 'dine_in' && order.tableLabel) return order.tableLabel
  return order.contactName || order.contactPhone || order.address || '—'
}

/** The status word; an order whose saga is turning back says so. */
export const OrderStatus: FC<{ order: Pick<OfficeOrder, 'status' | 'isTurningBack'> }> = ({ order }) => {
  const { t } = useView()
  return (
    <span class="status" data-status={order.status}>
      {order.isTurningBack ? t('office.orders.turning_back') : t(`orders.status.${order.status}`)}
    </span>
  )
}
