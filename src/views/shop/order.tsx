import type { FC } from 'hono/jsx'
import type { Place } from '../../domain/brands/store-view'
import type { OrderView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { dayClockText } from '../ui/words'
import { ShopLayout, useTitle } from './layout'
import { OrderEnded } from './order-ended'
import { OrderHold } from './order-hold'
import { OrderProgress } from './order-progress'
import { OrderReady } from './order-ready'
import { useTexts } from './text'

export type OrderProps = {
  order: OrderView
  place: Place
  problem?: string | undefined
  /** Names the problem in the URL for as long as it lasts. */
  why?: string | undefined
  againKey?: string
}

const Body: FC<OrderProps> = (props) => {
  switch (props.order.fulfilment) {
    case 'draft':
      return <OrderHold {...props} />
    case 'ready':
      return props.order.orderType === 'delivery' ? <OrderProgress {...props} /> : <OrderReady {...props} />
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return <OrderEnded {...props} />
    case 'placed':
    case 'accepted':
    case 'preparing':
    case 'out_for_delivery':
    case 'completed':
      return <OrderProgress {...props} />
  }
}

const isOver = ({ fulfilment }: OrderView) => ['completed', 'cancelled', 'expired', 'rejected'].includes(fulfilment)

/** An order as it stands; fetches itself when it moves. */
export const OrderPanel: FC<OrderProps> = (props) => {
  const { order, problem, why } = props
  const url = paths.order.href({ id: order.id }, { why })
  const live = {
    'hx-get': url,
    'hx-trigger': 'order from:body, probe from:body',
    'hx-swap': 'outerMorph',
    'data-live': true,
  }
  return (
    <div id="order-panel" {...live}>
      <OrderHeader {...props} />
      <main id="main" class="mx-auto grid max-w-[32rem] gap-6 px-4 pb-10">
        {problem && (
          <p class="notice notice-wait" role="alert">
            <Icon name="info" />
            <span>{problem}</span>
          </p>
        )}
        <Body {...props} />
      </main>
    </div>
  )
}

const OrderHeader: FC<OrderProps> = ({ order, place }) => {
  const { t, lang } = useView()
  const text = useTexts(place.defaultLang)
  const shop = paths.shop.href({ brand: place.brandSlug, store: place.storeSlug })
  return (
    <header class="mx-auto flex h-16 max-w-[32rem] items-center gap-3 px-4">
      <a class="flex min-h-11 min-w-0 items-center gap-3" href={shop}>
        <span class="seal size-9 rounded-lg text-lg" aria-hidden="true">
          {place.seal}
        </span>
        <span class="font-bold">
          {text(place.brandName)} <span class="text-sm font-normal text-muted">{text(place.storeName)}</span>
        </span>
      </a>
      {isOver(order) ? (
        <p class="num ms-auto whitespace-nowrap text-xs text-muted">
          {dayClockText(order.endedAt ?? order.createdAt, lang, place.timeZone)}
        </p>
      ) : (
        <>
          <p class="live needs-js ms-auto whitespace-nowrap">
            <span class="says-live">{t('ui.live')}</span>
            <span class="says-stale">{t('ui.stale')}</span>
          </p>
          <noscript>
            <a class="act ms-auto" href={paths.order.href({ id: order.id })}>
              {t('shop.order.refresh')}
            </a>
          </noscript>
        </>
      )}
    </header>
  )
}

export const OrderPage: FC<OrderProps> = (props) => {
  const { t } = useView()
  const { order, place } = props
  const name = order.number ? t('shop.order.title', { number: order.number }) : t('shop.order.title_unnumbered')
  const isSettled = isOver(order) && order.refunds.every(({ status }) => status !== 'pending')
  const stream = isSettled ? {} : { stream: paths.orderStream.href({ id: order.id }) }
  return (
    <ShopLayout title={useTitle(name, place)} place={place} {...stream}>
      <OrderPanel {...props} />
    </ShopLayout>
  )
}

export const orderScreen = { Page: OrderPage, Panel: OrderPanel }
