import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OfficeOrder } from '../../domain/orders/office-orders'
import { paths } from '../paths'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, textIn } from '../ui/words'
import type { BarProps } from './bar'
import { HowTag } from './how'
import { CounterPage, Frame } from './layout'
import { slugsOf } from './slugs'

export type FoundProps = { bar: BarProps; sought: string; orders: OfficeOrder[] }

/** What the field found today: under the field while typing, on a page of its own after Enter. */
const FoundPanel: FC<FoundProps> = ({ bar, sought, orders }) => (
  <div id="found-panel">
    {sought && (
      <div class="found-list">
        <FoundList place={bar.place} orders={orders} sought={sought} />
      </div>
    )}
  </div>
)

const FoundList: FC<{ place: Place; orders: OfficeOrder[]; sought: string }> = ({ place, orders, sought }) => {
  const { t } = useView()
  if (orders.length === 0) return <p class="px-4 py-4 text-muted">{t('counter.found.none', { sought })}</p>
  return (
    <ul>
      {orders.map((order) => (
        <FoundOrder order={order} place={place} />
      ))}
    </ul>
  )
}

const FoundOrder: FC<{ order: OfficeOrder; place: Place }> = ({ order, place }) => {
  const { t, lang } = useView()
  return (
    <li>
      <a class="found-order" href={paths.counterOrder.href({ ...slugsOf(place), id: order.id })}>
        <b class="num text-lg">{order.number ?? '—'}</b>
        <span class="min-w-0">
          <span class="flex items-center gap-2">
            <HowTag orderType={order.orderType} tableLabel={order.tableLabel} />
            <span class="truncate">{order.contactName}</span>
          </span>
          <span class="block truncate text-xs text-muted">
            {order.lines
              .map((line) => t('counter.dish_count', { name: textIn(line.name, lang), count: line.quantity }))
              .join(t('counter.between'))}
          </span>
        </span>
        <span class="text-end text-sm">
          <Money amount={order.total} currency={order.currency} />
          <span class="num block text-xs text-muted">
            {clockText(order.createdAt, lang, place.timeZone)} {t(`orders.status.${order.status}`)}
          </span>
        </span>
      </a>
    </li>
  )
}

const FoundPage: FC<FoundProps> = (props) => {
  const { t } = useView()
  return (
    <CounterPage title={t('counter.found.title', { sought: props.sought })} bar={props.bar}>
      <Frame {...props.bar} sought={props.sought}>
        <main id="main" class="mx-auto w-full max-w-[44rem] overflow-y-auto px-6 py-4">
          <h1 class="mb-3 text-lg">{t('counter.found.title', { sought: props.sought })}</h1>
          <FoundList place={props.bar.place} orders={props.orders} sought={props.sought} />
        </main>
      </Frame>
    </CounterPage>
  )
}

export const foundScreen = { Page: FoundPage, Panel: FoundPanel }
