import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { textIn } from '../ui/words'

/** What was ordered, with the sum under the double rule. */
export const OrderLines: FC<{ order: OrderView }> = ({ order }) => {
  const { t, lang } = useView()
  const charges = [
    ['subtotal', order.subtotal],
    ['discount', -order.discountTotal],
    ['service', order.serviceCharge],
    ['delivery', order.deliveryFee],
  ] as const
  const shown = charges.filter(([, amount]) => amount !== 0)
  return (
    <section aria-labelledby="lines-h">
      <h2 class="pt-4 pb-1 text-xs font-normal text-muted" id="lines-h">
        {t('office.order.lines', { count: order.itemCount })}
      </h2>
      <table class="ledger bill-ledger">
        <thead class="sr-only">
          <tr>
            <th scope="col">{t('office.order.dish')}</th>
            <th scope="col">{t('office.order.quantity')}</th>
            <th scope="col">{t('office.order.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr>
              <th scope="row" class="wraps">
                {textIn(line.name, lang)}
                {line.options.length > 0 && (
                  <span class="block text-xs font-normal text-muted">
                    {line.options.map((option) => textIn(option.name, lang)).join(t('office.orders.list_comma'))}
                  </span>
                )}
                {line.note && (
                  <span class="block text-xs font-normal">{t('office.order.note_of', { note: line.note })}</span>
                )}
              </th>
              <td class="n">
                {line.quantity} × <Money amount={line.unitPrice} currency={order.currency} class="font-normal" />
              </td>
              <td class="n">
                <Money amount={line.lineTotal} currency={order.currency} class="font-normal" />
              </td>
            </tr>
          ))}
          {shown.length > 1 &&
            shown.map(([name, amount]) => (
              <tr>
                <td colspan={2} class="text-muted">
                  {t(`office.order.charge.${name}`)}
                </td>
                <td class="n">
                  <Money amount={amount} currency={order.currency} class="font-normal" />
                </td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={2}>
              {t('office.order.total')}
            </th>
            <td class="n">
              <Money amount={order.total} currency={order.currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
