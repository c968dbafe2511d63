import type { FC } from 'hono/jsx'
import type { OfficeOrders } from '../../domain/orders/office-orders'
import { livePanel } from '../ui/freshness'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { numberText } from '../ui/words'
import { withBubbles } from './bubble'
import { dayText } from './day'
import { HourChart } from './hour-chart'
import { type OfficeFrame, OfficeLayout } from './layout'
import { EmptyLedger, Ledger } from './ledger'
import type { LedgerFilter } from './order-filter'
import { OrderFilters } from './order-filters'

export type OrdersProps = {
  frame: OfficeFrame
  store: { timeZone: string; cutoffMinute: number; currency: string }
  filter: LedgerFilter
  /** The current business day: the one shown when the URL names none. */
  today: string
  orders: OfficeOrders
}

const minuteText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

export const OrdersPanel: FC<OrdersProps> = (props) => {
  const { t, lang, here } = useView()
  const { frame, store, orders } = props
  return (
    <main
      id="orders-panel"
      class="grid min-h-0 min-w-0 grid-rows-[auto_auto_minmax(0,1fr)] max-lg:block"
      {...livePanel(here, ['orders'])}
    >
      <header class="flex items-end gap-x-10 gap-y-3 px-6 pt-5 pb-4 max-lg:px-4 max-lg:pt-3">
        <div class="max-lg:hidden">
          <h1 class="text-xl">{t('office.noun.orders')}</h1>
          <p class="num text-sm text-muted">
            {t('office.orders.day_from', { day: dayText(orders.day, lang), time: minuteText(store.cutoffMinute) })}
          </p>
        </div>
        <Figures totals={orders.totals} currency={store.currency} />
        <HourChart quarters={orders.quarters} timeZone={store.timeZone} />
      </header>
      <OrderFilters
        place={frame.place}
        filter={props.filter}
        today={props.today}
        day={orders.day}
        needsYou={orders.totals.needsYou}
      />
      <div id="main" class="min-h-0 overflow-y-auto" tabindex={-1}>
        {orders.items.length === 0 ? <EmptyLedger {...props} /> : <Ledger {...props} />}
      </div>
    </main>
  )
}

const Figures: FC<{ totals: OfficeOrders['totals']; currency: string }> = ({ totals, currency }) => {
  const { t, lang } = useView()
  return (
    <dl class="num flex gap-x-8 gap-y-2 text-sm max-lg:w-full max-lg:justify-between max-lg:gap-x-3 [&>div>dd]:text-lg [&>div>dd]:font-bold">
      <div>
        <dt class="text-muted">{t('office.orders.count')}</dt>
        <dd>{numberText(totals.count, lang)}</dd>
      </div>
      <div>
        <dt class="text-muted">{t('office.orders.revenue')}</dt>
        <dd>
          <Money amount={totals.revenue} currency={currency} />
        </dd>
      </div>
      <div>
        <dt class="text-muted">{t('office.orders.average')}</dt>
        <dd>
          <Money amount={totals.average} currency={currency} />
        </dd>
      </div>
      <div>
        <dt class="text-muted">{t('office.orders.cancelled')}</dt>
        <dd>{numberText(totals.cancelled, lang)}</dd>
      </div>
    </dl>
  )
}

export const OrdersPage: FC<OrdersProps> = (props) => (
  <OfficeLayout frame={props.frame} noun="orders" title={useView().t('office.noun.orders')}>
    <OrdersPanel {...props} />
  </OfficeLayout>
)

export const ordersScreen = { Page: OrdersPage, Panel: withBubbles(OrdersPanel) }
