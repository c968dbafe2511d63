import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'
import { Bill } from './bill'
import type { OrderProps } from './order'

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** An order that waits for its money: how long the dishes are kept, and the way to pay (R20). */
export const OrderHold: FC<OrderProps> = ({ order, place }) => {
  const { t, lang, now } = useView()
  const until = order.heldUntil ?? order.promisedAt
  const left = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const whole = Math.max(1, (until.getTime() - order.createdAt.getTime()) / 1000)
  return (
    <>
      <article class="slip">
        <div class="slip-paper px-5 pt-6 pb-6">
          <p>
            <span class="status" data-status="pending_payment">
              {t('shop.order.hold_status')}
            </span>
          </p>
          <h1 class="mt-2 text-xl">{t(left > 0 ? 'shop.order.hold_title' : 'shop.order.hold_over_title')}</h1>
          <p class="mt-4 flex items-baseline gap-3">
            <span
              class="num text-number font-bold tracking-tight"
              role="timer"
              aria-label={t('shop.order.hold_timer')}
              data-countdown={until.getTime()}
              data-now={now.getTime()}
              data-whole={Math.round(whole)}
            >
              {`${twoDigits(Math.floor(left / 60))}:${twoDigits(left % 60)}`}
            </span>
          </p>
          <p class="bar mt-4">
            <i class="bg-brand" data-w={Math.round((left / whole) * 20) * 5} data-countdown-bar></i>
          </p>
          <p class="mt-3 text-sm">
            {t('shop.order.hold_before')}
            <strong class="num">{clockText(until, lang, place.timeZone)}</strong>
            {t('shop.order.hold_after')}
          </p>
          {order.isMine && (
            <form class="mt-5 grid gap-2" method="post" action={paths.orderPayment.href({ id: order.id })}>
              <button class="btn btn-primary btn-lg w-full justify-between" type="submit" disabled={left === 0}>
                <span>{t('shop.order.pay')}</span>
                <Money amount={order.total} currency={order.currency} class="text-lg" />
              </button>
            </form>
          )}
        </div>
      </article>
      <p class="notice">
        <Icon name="info" />
        <span>{t('shop.order.hold_paid_already')}</span>
      </p>
      <section aria-labelledby="bill-h">
        <h2 class="rule mb-4 text-lg" id="bill-h">
          {t('shop.order.kept')}
        </h2>
        <Bill lines={order.lines} sums={order} currency={order.currency} />
      </section>
      {order.mayCancel && order.isMine && (
        <div class="grid gap-1 border-t border-line pt-4">
          <a class="btn btn-error btn-outline w-full" href={paths.orderCancellation.href({ id: order.id })} data-sheet>
            {t('shop.order.off')}
          </a>
          <p class="text-center text-xs text-muted">{t('shop.order.hold_off_hint')}</p>
        </div>
      )}
    </>
  )
}
