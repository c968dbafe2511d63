import type { FC } from 'hono/jsx'
import type { OrderView, RefundView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { Icon, type IconName } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { BillLines } from './bill'
import { endWords } from './end-words'
import type { OrderProps } from './order'
import { Again, Contact } from './order-parts'

/** An order that came to nothing: why, and what goes back. */
export const OrderEnded: FC<OrderProps> = ({ order, place, againKey }) => {
  const { t } = useView()
  const title =
    order.fulfilment === 'expired'
      ? 'expired_title'
      : order.fulfilment === 'rejected'
        ? 'rejected_title'
        : 'cancelled_title'
  return (
    <>
      <article class="slip">
        <div class="slip-paper relative px-5 pt-6 pb-6">
          {order.number && (
            <>
              <p class="text-sm text-muted">{t(`shop.order.number_${order.orderType}`)}</p>
              <p class="num mb-4 text-number font-bold tracking-tight text-muted line-through decoration-4">
                {order.number}
              </p>
            </>
          )}
          <p class={order.number ? 'stamp absolute top-10 right-6 text-lg text-bad' : 'stamp mb-4 text-bad'}>
            {t('shop.order.stamp_void')}
          </p>
          <div role="status">
            <h1 class="text-xl">{t(`shop.order.${title}`)}</h1>
            <p class="mt-1">
              {endWords(t, order.endReason)} <span class="text-muted">{t(`shop.order.${moneyWords(order)}`)}</span>
            </p>
          </div>
          {order.refunds.length > 0 && (
            <>
              <h2 class="tearline mt-5 pt-4 text-base">{t('shop.order.back_to_you')}</h2>
              <ul class="mt-1">
                {order.refunds.map((refund) => (
                  <Back order={order} refund={refund} timeZone={place.timeZone} />
                ))}
              </ul>
            </>
          )}
        </div>
      </article>
      {order.number ? <Again order={order} primary keyValue={againKey} /> : <BackToCart place={place} />}
      <section aria-labelledby="bill-h" id="bill">
        <h2 class="rule mb-4 text-lg" id="bill-h">
          {t('shop.order.was')}
        </h2>
        <BillLines lines={order.lines} currency={order.currency} />
      </section>
      <Contact order={order} />
    </>
  )
}

/** It never came to be an order: its dishes lie in the cart again. */
const BackToCart: FC<Pick<OrderProps, 'place'>> = ({ place }) => {
  const { t } = useView()
  return (
    <>
      <a class="btn btn-primary btn-lg" href={paths.cart.href({ brand: place.brandSlug, store: place.storeSlug })}>
        <Icon name="rotate-ccw" />
        {t('shop.order.back_to_cart')}
      </a>
      <p class="-mt-3 text-center text-sm text-muted">{t('shop.order.still_there')}</p>
    </>
  )
}

/** Whether anything was charged, and whether all of it is back. */
function moneyWords({ payments, refunds }: OrderView): string {
  if (!payments.some(({ paidAt }) => paidAt)) return 'nothing_charged'
  if (refunds.some(({ status }) => status === 'failed')) return 'refund_trouble'
  return refunds.length > 0 && refunds.every(({ status }) => status === 'done') ? 'all_back' : 'coming_back'
}

const icons: Record<RefundView['status'], { name: IconName; class: string }> = {
  done: { name: 'check', class: 'text-ok' },
  pending: { name: 'clock', class: 'text-wait' },
  failed: { name: 'circle-alert', class: 'text-bad' },
}

const Back: FC<{ order: OrderView; refund: RefundView; timeZone: string }> = ({ order, refund, timeZone }) => {
  const { t, lang } = useView()
  const method = order.payments.find(({ id }) => id === refund.paymentId)?.method ?? 'online'
  const icon = icons[refund.status]
  const way = method === 'online' ? 'online' : 'counter'
  return (
    <li class="flex items-start gap-3 border-t border-line py-3 first:border-0">
      <Icon name={icon.name} class={`mt-1 ${icon.class}`} />
      <div class="flex-1 leading-6">
        {t('shop.order.refund_of', { method: t(`orders.method.${method}`) })}
        <span class="num block text-xs text-muted">
          {t(`shop.order.refund_${refund.status}_${way}`, {
            clock: clockText(refund.settledAt ?? refund.createdAt, lang, timeZone),
          })}
        </span>
      </div>
      <Money amount={refund.amount} currency={order.currency} />
    </li>
  )
}
