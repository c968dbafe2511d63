import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { IdempotencyKey } from '../ui/form'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Bill } from './bill'
import { mapUrl, telUrl } from './map'

/** What was paid how and when, and whether it went back. */
export const Paid: FC<{ order: OrderView; timeZone: string }> = ({ order, timeZone }) => {
  const { t, lang } = useView()
  const paid = order.payments.filter(({ paidAt }) => paidAt)
  if (paid.length === 0) return null
  return (
    <p class="num mt-3 text-xs leading-5 text-muted">
      {paid.map((payment) => (
        <span class="block">
          {t('shop.order.paid_at', {
            method: t(`orders.method.${payment.method}`),
            clock: clockText(payment.paidAt!, lang, timeZone),
          })}
        </span>
      ))}
    </p>
  )
}

/** The fact about the money that cannot change any more. */
export const Stamp: FC<{ order: OrderView; class: string }> = ({ order, class: extra }) => {
  const { t } = useView()
  if (order.paymentState === 'paid') return <p class={`stamp ${extra}`}>{t('shop.order.stamp_paid')}</p>
  if (order.paymentState === 'refunded' || order.paymentState === 'partially_refunded')
    return <p class={`stamp text-bad ${extra}`}>{t('shop.order.stamp_refunded')}</p>
  return null
}

/** The bill as a slip of its own. */
export const BillSlip: FC<{ order: OrderView; timeZone: string }> = ({ order, timeZone }) => {
  const { t } = useView()
  return (
    <section aria-labelledby="bill-h" id="bill">
      <div class="slip">
        <div class="slip-paper relative px-5 pt-5 pb-7">
          <h2 class="mb-2 text-lg" id="bill-h">
            {t('shop.cart.title')}
          </h2>
          <Bill lines={order.lines} sums={order} currency={order.currency} />
          <div class={order.payments.some(({ paidAt }) => paidAt) ? 'min-h-14' : ''}>
            <Paid order={order} timeZone={timeZone} />
            {order.address && <p class="mt-1 text-xs text-muted">{t('shop.order.to', { address: order.address })}</p>}
            {order.note && <p class="mt-1 text-xs text-muted">{t('shop.order.note', { note: order.note })}</p>}
          </div>
          <Stamp order={order} class="absolute right-5 bottom-7" />
        </div>
      </div>
    </section>
  )
}

/** How to reach the shop, and the receipt. */
export const Contact: FC<{ order: OrderView }> = ({ order }) => {
  const { t } = useView()
  const { phone, address } = order.store
  const button = 'btn btn-ghost h-16 flex-col gap-1 text-sm'
  return (
    <nav class="grid grid-flow-col auto-cols-fr gap-2" aria-label={t('shop.order.contact')}>
      {phone && (
        <a class={button} href={telUrl(phone)}>
          <Icon name="phone" />
          {t('shop.order.call')}
        </a>
      )}
      {address && (
        <a class={button} href={mapUrl(address)} rel="noreferrer" target="_blank">
          <Icon name="map-pin" />
          {t('shop.order.way')}
        </a>
      )}
      <a class={button} href="#bill">
        <Icon name="receipt-text" />
        {t('shop.order.receipt')}
      </a>
    </nav>
  )
}

/** Whether the order can still be called off here; if not, who can help. */
export const CallOff: FC<{ order: OrderView; timeZone: string }> = ({ order, timeZone }) => {
  const { t, lang } = useView()
  const isLive = !['completed', 'cancelled', 'expired', 'rejected'].includes(order.fulfilment)
  if (!isLive || !order.isMine) return null
  const { phone } = order.store
  return (
    <section class="border-t border-line pt-5" aria-labelledby="off-h">
      <h2 class="text-base" id="off-h">
        {t(order.mayCancel ? 'shop.order.off_title' : 'shop.order.off_title_late')}
      </h2>
      {order.mayCancel ? (
        <>
          <p class="mt-1 text-sm text-muted">{t('shop.order.off_body')}</p>
          <a
            class="btn btn-error btn-outline mt-3 w-full"
            href={paths.orderCancellation.href({ id: order.id })}
            data-sheet
          >
            {t('shop.order.off')}
          </a>
        </>
      ) : (
        <p class="mt-1 text-sm text-muted">
          {order.startedAt
            ? t('shop.order.off_late_at', { clock: clockText(order.startedAt, lang, timeZone) })
            : t('shop.order.off_late')}
          {phone && (
            <>
              {t('shop.order.off_call_before')}
              <a class="num whitespace-nowrap font-bold text-ink underline underline-offset-4" href={telUrl(phone)}>
                {phone}
              </a>
              {t('shop.order.off_call_after')}
            </>
          )}
        </p>
      )}
    </section>
  )
}

/** The same again, as the menu is today. */
export const Again: FC<{ order: OrderView; primary?: boolean; keyValue?: string | undefined }> = ({
  order,
  primary,
  keyValue,
}) => {
  const { t } = useView()
  if (!order.isMine) return null
  return (
    <form class="grid" method="post" action={paths.orderAgain.href({ id: order.id })}>
      <IdempotencyKey value={keyValue} />
      <button class={primary ? 'btn btn-primary btn-lg' : 'btn btn-lg'} type="submit">
        <Icon name="rotate-ccw" />
        {t('shop.order.again')}
      </button>
    </form>
  )
}
