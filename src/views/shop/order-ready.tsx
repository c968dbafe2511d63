import type { FC } from 'hono/jsx'
import { Icon } from '../ui/icon'
import { Money, moneyText } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Bill } from './bill'
import type { OrderProps } from './order'
import { Again, CallOff, Contact, Paid } from './order-parts'
import { OrderSteps } from './order-steps'

/** Done: the number as large as the phone allows, to be shown at the counter. */
export const OrderReady: FC<OrderProps> = ({ order, place, againKey }) => {
  const { t, lang } = useView()
  const { timeZone } = place
  const readyAt = order.readyAt ?? order.promisedAt
  const early = Math.round((order.promisedAt.getTime() - readyAt.getTime()) / 60_000)
  const who = order.tableLabel ? t('shop.order.table', { table: order.tableLabel }) : order.contactName
  const { address } = order.store
  return (
    <>
      <article class="slip">
        <div class="slip-paper bg-ok px-5 pt-6 pb-8 text-card">
          <div role="status" aria-live="assertive">
            <h1 class="text-xl">{t(`shop.order.ready_title_${order.orderType}`)}</h1>
            <p>{t(`shop.order.ready_body_${order.orderType}`)}</p>
          </div>
          <p class="num my-6 text-center text-[9rem] leading-none font-bold tracking-tighter">{order.number ?? '–'}</p>
          <div class="flex items-end justify-between border-t border-current/30 pt-4">
            <p class="text-sm leading-6">
              {[t(`orders.type.${order.orderType}`), who].filter(Boolean).join(t('shop.clause'))}
              <br />
              <span class="num">{t('shop.order.dishes', { count: order.lines.length })}</span>
            </p>
            <p class="num text-right text-sm leading-6">
              {t('shop.order.ready_at', { clock: clockText(readyAt, lang, timeZone) })}
              {early > 0 && (
                <>
                  <br />
                  {t('shop.order.early', { count: early })}
                </>
              )}
            </p>
          </div>
        </div>
      </article>
      {order.paymentState === 'unpaid' && (
        <p class="notice notice-wait">
          <Icon name="banknote" />
          <span>{t('shop.order.pay_at_counter', { total: moneyText(order.total, lang, order.currency) })}</span>
        </p>
      )}
      <div>
        <OrderSteps order={order} timeZone={timeZone} />
      </div>
      {order.orderType === 'takeout' && address && (
        <p class="notice">
          <Icon name="map-pin" />
          <span>{address}</span>
        </p>
      )}
      <Contact order={order} />
      <details class="border-t border-line pt-4">
        <summary class="flex min-h-11 items-center justify-between font-bold">
          {t('shop.order.bill_and_receipt')}
          <span class="flex items-center gap-2">
            <Money amount={order.total} currency={order.currency} />
            <Icon name="chevron-down" />
          </span>
        </summary>
        <div class="mt-3" id="bill">
          <Bill lines={order.lines} sums={order} currency={order.currency} />
          <Paid order={order} timeZone={timeZone} />
        </div>
      </details>
      <CallOff order={order} timeZone={timeZone} />
      <Again order={order} keyValue={againKey} />
    </>
  )
}
