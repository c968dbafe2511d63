import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OrderCard } from '../../domain/orders/queries'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText, dayClockText } from '../ui/words'
import { listText, useTexts } from './text'

/** An order and its store as readers of any language know it. */
export type ListedOrder = { order: OrderCard; place: Place | null }

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

export const PastOrder: FC<ListedOrder> = (listed) => {
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
