import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OrderCard } from '../../domain/orders/queries'
import { paths } from '../paths'
import { Document } from '../ui/document'
import { IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, dayClockText } from '../ui/words'
import { AccountNav } from './store-header'
import { listText, useTexts } from './text'

/** An order and its store as readers of any language know it. */
export type ListedOrder = { order: OrderCard; place: Place | null }
export type OrdersProps = { orders: ListedOrder[]; nextCursor: string | null }

const isLive = ({ order: { status } }: ListedOrder) => status !== 'completed' && status !== 'cancelled'

/** The reader's own orders: what is on its way first, then what was. */
export const OrdersPage: FC<OrdersProps> = ({ orders, nextCursor }) => {
  const { t, reader } = useView()
  const live = orders.filter(isLive)
  const past = orders.filter((listed) => !isLive(listed))
  return (
    <Document title={t('shop.orders.page')} scripts={['shop.js']}>
      <header class="mx-auto flex h-14 max-w-[40rem] items-center px-1">
        <a class="btn btn-ghost btn-square" href={paths.home.href({})} aria-label={t('ui.go_home')}>
          <Icon name="arrow-left" />
        </a>
        <h1 class="flex-1 text-lg">{t('shop.orders.title')}</h1>
        <span class="pe-3">
          <AccountNav />
        </span>
      </header>
      <main id="main" class="mx-auto grid max-w-[40rem] gap-6 px-4 pb-10">
        {orders.length === 0 && <NoOrders />}
        {live.length > 0 && (
          <section class="grid gap-4" aria-labelledby="live-h">
            <h2 class="sr-only" id="live-h">
              {t('shop.orders.live')}
            </h2>
            {live.map((listed) => (
              <LiveOrder {...listed} />
            ))}
          </section>
        )}
        {past.length > 0 && (
          <section aria-labelledby="past-h">
            <h2 class="border-b border-line pb-2 text-lg" id="past-h">
              {t('shop.orders.past')}
            </h2>
            <ul>
              {past.map((listed) => (
                <PastOrder {...listed} />
              ))}
            </ul>
          </section>
        )}
        {nextCursor && (
          <a class="btn" href={paths.myOrders.href({}, { after: nextCursor })}>
            {t('shop.orders.more')}
          </a>
        )}
        {reader && (
          <form class="border-t border-line pt-4" method="post" action={paths.signOut.href({})}>
            <button class="act" type="submit">
              <Icon name="log-out" />
              {t('shop.orders.sign_out', { name: reader.name })}
            </button>
          </form>
        )}
      </main>
    </Document>
  )
}

const NoOrders: FC = () => {
  const { t, asset, reader } = useView()
  return (
    <section class="slip" aria-labelledby="none-h">
      <div class="slip-paper grid justify-items-center px-5 pt-8 pb-9 text-center">
        <span class="plate plate-bare plate-tone-rice size-44">
          <img src={asset('chopsticks.webp')} width="176" height="176" alt="" decoding="async" />
        </span>
        <h2 class="mt-5 text-xl" id="none-h">
          {t('shop.orders.none_title')}
        </h2>
        <p class="mt-1 text-muted">{t(reader ? 'shop.orders.none_body' : 'shop.orders.none_body_guest')}</p>
        <a class="btn btn-primary btn-lg mt-6 w-full" href={paths.home.href({})}>
          {t('shop.orders.choose')}
        </a>
      </div>
    </section>
  )
}

const useDishes = ({ lines }: OrderCard): string => {
  const { t } = useView()
  const text = useTexts()
  return listText(
    t,
    lines.map(({ name, quantity }) => (quantity > 1 ? `${text(name)} ${quantity}` : text(name))),
  )
}

/** Which shop it was. */
function useWhere({ order, place }: ListedOrder): string {
  const { t } = useView()
  const text = useTexts(place?.defaultLang)
  return t('shop.store_name', {
    brand: place ? text(place.brandName) : order.brand.name,
    store: place ? text(place.storeName) : order.store.name,
  })
}

export const LiveOrder: FC<ListedOrder> = (listed) => {
  const { order } = listed
  const { t, lang } = useView()
  const at = clockText(order.promisedAt, lang, order.store.timeZone)
  return (
    <div class="slip">
      <a class="slip-paper block px-5 pt-4 pb-6" href={paths.order.href({ id: order.id })}>
        <span class="flex items-center justify-between">
          <span class="text-sm text-muted">{useWhere(listed)}</span>
          <span class="status" data-status={order.status}>
            {t(`orders.status.${order.status}`)}
          </span>
        </span>
        <span class="mt-1 flex items-baseline gap-3">
          {order.number && <b class="num text-xl">{order.number}</b>}
          <span class="num">{t('shop.orders.soon', { type: t(`orders.type.${order.orderType}`), clock: at })}</span>
          <Money amount={order.total} currency={order.currency} class="ms-auto" />
        </span>
        <span class="mt-1 block text-sm text-muted">{useDishes(order)}</span>
      </a>
    </div>
  )
}

const PastOrder: FC<ListedOrder> = (listed) => {
  const { order } = listed
  const { t, lang } = useView()
  return (
    <li class="grid grid-cols-[1fr_auto] items-center gap-x-3 border-b border-line py-3">
      <a class="min-w-0 leading-6" href={paths.order.href({ id: order.id })}>
        <span class="flex flex-wrap items-baseline gap-x-2">
          {order.number && <b class="num">{order.number}</b>}
          <span>{useWhere(listed)}</span>
          <span class="status text-xs" data-status={order.status}>
            {t(`orders.status.${order.status}`)}
          </span>
        </span>
        <span class="block truncate text-sm text-muted">{useDishes(order)}</span>
        <span class="num text-xs text-muted">{dayClockText(order.createdAt, lang, order.store.timeZone)}</span>
      </a>
      <div class="grid justify-items-end gap-1">
        <Money amount={order.total} currency={order.currency} class="font-normal" />
        <form method="post" action={paths.orderAgain.href({ id: order.id })}>
          <IdempotencyKey />
          <button
            class="btn btn-sm"
            type="submit"
            aria-label={t('shop.orders.again_name', { number: order.number ?? '' })}
          >
            {t('shop.orders.again')}
          </button>
        </form>
      </div>
    </li>
  )
}
