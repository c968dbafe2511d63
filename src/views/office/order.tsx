import type { FC } from 'hono/jsx'
import type { OrderTrail } from '../../domain/orders/order-trail'
import type { OrderView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import { withBubbles } from './bubble'
import { type OfficeFrame, OfficeLayout } from './layout'
import { OrderFacts, OrderWork } from './order-facts'
import { OrderLines } from './order-lines'
import { OrderMoney } from './order-money'
import { OrderHistory, OrderStock } from './order-trail'
import { reasonText } from './reason'

/** `day` is the order's business day: where the way back leads. */
export type OrderProps = { frame: OfficeFrame; order: OrderView; trail: OrderTrail; day: string }

export const OrderPanel: FC<OrderProps> = ({ frame, order, trail, day }) => {
  const { t, lang, here } = useView()
  const params = { brand: frame.place.brandSlug, store: frame.place.storeSlug, id: order.id }
  return (
    <main id="order-panel" class="min-h-0 min-w-0 overflow-y-auto" {...livePanel(here, ['orders'])}>
      <header class="flex flex-wrap items-start gap-x-8 gap-y-4 px-8 pt-5 pb-5 max-lg:px-4">
        <div class="min-w-0 flex-1">
          <p class="text-sm text-muted max-lg:hidden">
            <a class="underline underline-offset-4" href={paths.officeOrders.href(params, { day })}>
              {t('office.noun.orders')}
            </a>
            <span class="num">
              {t('office.order.crumb', { at: dayClockText(order.createdAt, lang, order.store.timeZone) })}
            </span>
          </p>
          <h1 id="main" tabindex={-1} class="mt-3 flex flex-wrap items-center gap-x-4 text-xl max-lg:mt-0">
            <span class="num">{order.fullNumber ?? t('orders.no_number')}</span>
            <span class="status text-base" data-status={order.status}>
              {t(`orders.status.${order.status}`)}
            </span>
          </h1>
          {order.endReason && <p class="mt-1 text-sm">{reasonText(t, order.endReason)}</p>}
        </div>
        <div class="flex flex-none flex-wrap gap-2 max-lg:w-full">
          {frame.rights.counter && (
            <a class="btn" href={paths.counterOrder.href(params)}>
              {t('office.order.open_at_counter')}
            </a>
          )}
          {frame.rights.sagas && order.saga && (
            <a class="btn" href={paths.officeSaga.href(params)}>
              <Icon name="workflow" />
              {t('office.order.saga', { status: t(`office.saga.status.${order.saga.status}`) })}
            </a>
          )}
        </div>
      </header>
      <div class="grid grid-cols-[minmax(0,1fr)_20rem] items-start gap-x-10 border-t border-line px-8 pb-10 max-lg:grid-cols-1 max-lg:px-4">
        <div class="min-w-0">
          <OrderLines order={order} />
          <OrderMoney order={order} trail={trail} />
          <OrderStock moves={trail.stock} timeZone={order.store.timeZone} />
        </div>
        <aside class="grid gap-6 pt-4 text-sm">
          <OrderFacts order={order} />
          <OrderWork order={order} />
          <OrderHistory history={trail.history} timeZone={order.store.timeZone} />
        </aside>
      </div>
    </main>
  )
}

export const OrderPage: FC<OrderProps> = (props) => {
  const { t } = useView()
  const { place } = props.frame
  const up = paths.officeOrders.href({ brand: place.brandSlug, store: place.storeSlug }, { day: props.day })
  return (
    <OfficeLayout frame={props.frame} noun="orders" title={props.order.fullNumber ?? t('orders.no_number')} up={up}>
      <OrderPanel {...props} />
    </OfficeLayout>
  )
}

export const orderScreen = { Page: OrderPage, Panel: withBubbles(OrderPanel) }
