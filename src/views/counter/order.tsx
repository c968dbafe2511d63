import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import type { HistoryEntry } from '../../domain/orders/queries'
import { paths } from '../paths'
import { Alert } from '../ui/form'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { BarProps } from './bar'
import { Bill } from './bill'
import { HowTag } from './how'
import { CounterPage, Frame } from './layout'
import { OrderActs } from './order-acts'
import { OrderFacts } from './order-facts'
import { OrderHistory } from './order-history'
import { OrderMoney } from './order-money'
import { slugsOf } from './slugs'

export type OrderProps = {
  bar: BarProps
  order: OrderView
  history: HistoryEntry[]
  maySeeSaga: boolean
  problem?: string | undefined
}

export const orderPanelId = 'order-panel'

/** Everything about one order: whose, when, what was paid, what happened, and what may be done now. */
const OrderPanel: FC<OrderProps> = (props) => {
  const { bar, order, history, problem } = props
  const { t } = useView()
  const slugs = slugsOf(bar.place)
  return (
    <div
      id={orderPanelId}
      class="desk"
      {...livePanel(paths.counterOrder.href({ ...slugs, id: order.id }), ['orders', 'deliveries'])}
    >
      <main id="main" class="grid min-h-0 min-w-0 grid-rows-[auto_minmax(0,1fr)_auto]">
        <div class="flex items-center gap-3 px-6 pt-4 pb-3">
          <a
            class="btn btn-ghost btn-square -ms-3"
            href={paths.counterQueue.href(slugs)}
            aria-label={t('counter.back_to_queue')}
          >
            <Icon name="arrow-left" />
          </a>
          <h1 class="num text-xl">{order.number ?? t('orders.no_number')}</h1>
          <HowTag orderType={order.orderType} tableLabel={order.tableLabel} />
          <p class="status ms-auto" data-status={order.status}>
            {t(`orders.status.${order.status}`)}
          </p>
        </div>
        <div class="grid min-h-0 content-start gap-6 overflow-y-auto px-6 pb-6" tabindex={0}>
          <Alert text={problem} />
          <OrderMoney order={order} />
          <div class="grid grid-cols-2 gap-x-8 gap-y-6">
            <OrderFacts {...props} />
            <OrderHistory history={history} timeZone={bar.place.timeZone} />
          </div>
        </div>
        <OrderActs {...props} />
      </main>
      <Bill order={order} />
    </div>
  )
}

const OrderPage: FC<OrderProps> = (props) => {
  const { t } = useView()
  return (
    <CounterPage
      title={t('counter.order_title', { number: props.order.number ?? t('orders.no_number') })}
      bar={props.bar}
    >
      <Frame {...props.bar}>
        <OrderPanel {...props} />
      </Frame>
    </CounterPage>
  )
}

export const orderScreen = { Page: OrderPage, Panel: OrderPanel }
