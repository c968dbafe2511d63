import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { Icon } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, dayClockText, type T } from '../ui/words'
import { modeIcons } from './modes'
import type { OrderProps } from './order'
import { Again, BillSlip, CallOff, Contact } from './order-parts'
import { expectedAt, OrderSteps } from './order-steps'

/** An order on its way: the number, where it stands, and when it comes. */
export const OrderProgress: FC<OrderProps> = ({ order, place, againKey }) => {
  const { t, lang } = useView()
  const { timeZone } = place
  return (
    <>
      <article class="slip">
        <div class="slip-paper px-5 pt-6">
          <div class="flex items-start justify-between gap-3">
            <div>
              <p class="text-sm text-muted">{t(`shop.order.number_${order.orderType}`)}</p>
              <p class="num text-number font-bold tracking-tight">{order.number ?? '–'}</p>
            </div>
            <p class="mt-1 text-right text-sm leading-6">
              <span class="tag">
                <Icon name={modeIcons[order.orderType]} />
                {t(`orders.type.${order.orderType}`)}
              </span>
              <br />
              {order.tableLabel ? t('shop.order.table', { table: order.tableLabel }) : order.contactName}
              <br />
              <span class="num text-muted">{dayClockText(order.placedAt ?? order.createdAt, lang, timeZone)}</span>
            </p>
          </div>
          <Headline order={order} timeZone={timeZone} />
          <div class="mt-5 -mx-3">
            <OrderSteps order={order} timeZone={timeZone} />
          </div>
          <Cooking order={order} />
        </div>
      </article>
      <BillSlip order={order} timeZone={timeZone} />
      <Contact order={order} />
      <CallOff order={order} timeZone={timeZone} />
      <Again order={order} keyValue={againKey} />
    </>
  )
}

/** What a person at the counter would say about it now. */
function stateWords(order: OrderView): string {
  const kitchenHasIt = order.tickets.length > 0
  switch (order.fulfilment) {
    case 'placed':
      return 'waiting'
    case 'accepted':
      if (order.status === 'unpaid' && !kitchenHasIt && order.orderType !== 'delivery') return 'unpaid'
      return 'accepted'
    case 'preparing':
      return 'preparing'
    case 'ready':
      return 'rider'
    case 'out_for_delivery':
      return 'delivering'
    default:
      return `completed_${order.orderType}`
  }
}

const Headline: FC<{ order: OrderView; timeZone: string }> = ({ order, timeZone }) => {
  const { t, lang } = useView()
  const state = stateWords(order)
  const isUnpaid = order.status === 'unpaid' || (order.paymentState === 'unpaid' && order.fulfilment !== 'completed')
  return (
    <div class="mt-5" role="status" aria-live="polite">
      <h1 class="text-xl">{t(`shop.order.${state}_title`)}</h1>
      {state === 'unpaid' || state === 'waiting' || state.startsWith('completed') ? (
        <p class="text-base">
          {t(`shop.order.${state}_body`, { total: moneyText(order.total, lang, order.currency) })}
        </p>
      ) : (
        <p class="text-base">
          <Soon order={order} timeZone={timeZone} t={t} />
        </p>
      )}
      {isUnpaid && state !== 'unpaid' && (
        <p class="mt-1 text-sm text-muted">
          {t(order.orderType === 'delivery' ? 'shop.order.pay_on_delivery' : 'shop.order.pay_at_counter', {
            total: moneyText(order.total, lang, order.currency),
          })}
        </p>
      )}
    </div>
  )
}

/** About when, and how many minutes that is. */
const Soon: FC<{ order: OrderView; timeZone: string; t: T }> = ({ order, timeZone, t }) => {
  const { lang, now } = useView()
  const at = expectedAt(order)
  const minutes = Math.ceil((at.getTime() - now.getTime()) / 60_000)
  return (
    <>
      {t('shop.order.soon_before')}
      <strong class="num">{clockText(at, lang, timeZone)}</strong>
      {t(`shop.order.soon_${order.orderType}`)}
      {minutes > 0 && (
        <>
          {t('shop.order.minutes_before')}
          <strong class="num">{minutes}</strong>
          {t('shop.order.minutes_after')}
        </>
      )}
      {t('shop.order.soon_after')}
    </>
  )
}

/** How many dishes the kitchen has plated. */
const Cooking: FC<{ order: OrderView }> = ({ order }) => {
  const { t } = useView()
  if (order.fulfilment !== 'preparing') return <div class="pb-4"></div>
  const done = order.lines.filter(({ isDone }) => isDone).length
  const all = order.lines.length
  return (
    <div class="tearline mt-5 pt-4 pb-4">
      <p class="flex items-center justify-between gap-4 text-sm">
        <span>
          {t('shop.order.done_before')}
          <strong class="num">{done}</strong>
          {t('shop.order.done_between')}
          <strong class="num">{all - done}</strong>
          {t('shop.order.done_after')}
        </span>
        <span class="num text-muted">{t('shop.order.dishes', { count: all })}</span>
      </p>
      <p class="bar mt-2">
        <i data-w={Math.round((done / all) * 20) * 5}></i>
      </p>
    </div>
  )
}
