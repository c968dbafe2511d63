import type { Child, FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'

const Fact: FC<{ name: string; value: Child | null }> = ({ name, value }) =>
  value ? (
    <div class="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 py-1 leading-6">
      <dt class="text-muted">{name}</dt>
      <dd class="min-w-0 break-words">{value}</dd>
    </div>
  ) : null

/** Who ordered, how, and what they asked for. */
export const OrderFacts: FC<{ order: OrderView }> = ({ order }) => {
  const { t, lang } = useView()
  const fact = (name: string) => t(`office.order.fact.${name}`)
  const phone = order.contactPhone && (
    <a class="num underline underline-offset-4" href={`tel:${order.contactPhone.replace(/[^+\d]/g, '')}`}>
      {order.contactPhone}
    </a>
  )
  return (
    <dl>
      <Fact name={fact('type')} value={t(`orders.type.${order.orderType}`)} />
      <Fact name={fact('table')} value={order.tableLabel} />
      <Fact name={fact('guest')} value={order.contactName} />
      <Fact name={fact('phone')} value={phone} />
      <Fact name={fact('address')} value={order.address} />
      <Fact name={fact('note')} value={order.note} />
      <Fact name={fact('channel')} value={t(`office.channel.${order.channel}`)} />
      <Fact
        name={fact('promised')}
        value={<span class="num">{clockText(order.promisedAt, lang, order.store.timeZone)}</span>}
      />
    </dl>
  )
}

/** Where the food is: the kitchen's tickets, the delivery. */
export const OrderWork: FC<{ order: OrderView }> = ({ order }) => {
  const { t, lang } = useView()
  if (order.tickets.length === 0 && !order.delivery) return null
  const clock = (at: Date | null) => at && clockText(at, lang, order.store.timeZone)
  return (
    <section class="border-t border-line pt-4" aria-labelledby="work-h">
      <h2 class="text-xs font-normal text-muted" id="work-h">
        {t('office.order.work')}
      </h2>
      <ul class="mt-1 grid gap-1">
        {order.tickets.map((ticket) => (
          <li class="flex justify-between gap-3">
            <span>
              {ticket.station ?? t('office.order.kitchen')} {t(`office.ticket_status.${ticket.status}`)}
            </span>
            <span class="num text-xs text-muted">{clock(ticket.readyAt ?? ticket.startedAt ?? ticket.queuedAt)}</span>
          </li>
        ))}
        {order.delivery && (
          <li class="flex justify-between gap-3">
            <span>{t(`office.delivery_status.${order.delivery.status}`)}</span>
            <span class="text-xs text-muted">{order.delivery.driverId}</span>
          </li>
        )}
      </ul>
    </section>
  )
}
