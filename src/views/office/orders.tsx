import type { FC } from 'hono/jsx'
import type { OfficeOrders } from '../../domain/orders/office-orders'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { dateText, numberText } from '../ui/words'
import { HourChart } from './hour-chart'
import { type OfficeFrame, OfficeLayout } from './layout'
import { type LedgerFilter, ledgerHref } from './order-filter'
import { OrderFilters } from './order-filters'
import { OrderRow } from './order-row'

export type OrdersProps = {
  frame: OfficeFrame
  store: { timeZone: string; cutoffMinute: number; currency: string }
  filter: LedgerFilter
  /** The current business day: the one shown when the URL names none. */
  today: string
  orders: OfficeOrders
}

/** A calendar day as the reader writes it; `day` is a date without a zone. */
export function dayText(day: string, lang: 'zh-Hant' | 'en'): string {
  const at = new Date(`${day}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions) => dateText(at, lang, 'UTC', options)
  if (lang === 'en') return part({ weekday: 'short', day: 'numeric', month: 'short' })
  return `${part({ month: 'numeric', day: 'numeric' })} ${part({ weekday: 'short' })}`
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
      hx-get={here}
      hx-trigger="orders from:body"
      hx-swap="outerMorph"
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
        {orders.items.length === 0 ? <Empty {...props} /> : <Ledger {...props} />}
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

const columns = ['number', 'time', 'type', 'guest', 'content', 'status', 'payment', 'amount'] as const

const Ledger: FC<OrdersProps> = ({ frame, store, filter, today, orders }) => {
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

/** One sentence, one action. */
const Empty: FC<OrdersProps> = ({ frame, filter, orders, today }) => {
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

export const OrdersPage: FC<OrdersProps> = (props) => (
  <OfficeLayout frame={props.frame} noun="orders" title={useView().t('office.noun.orders')}>
    <OrdersPanel {...props} />
  </OfficeLayout>
)

export const ordersScreen = { Page: OrdersPage, Panel: OrdersPanel }
