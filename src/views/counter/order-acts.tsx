import type { FC } from 'hono/jsx'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import type { OrderProps } from './order'
import { slugsOf } from './slugs'

/** Tells the route to answer with this page's panel instead of the queue. */
const FromHere: FC = () => <input type="hidden" name="from" value="order" />

/** What may be done with the order now: at most one weighty act, and the way to end it. */
export const OrderActs: FC<OrderProps> = ({ order, bar }) => {
  const { t } = useView()
  const params = { ...slugsOf(bar.place), id: order.id }
  const isOver = order.endedAt !== null
  const isUnpaid = order.paymentState === 'unpaid'
  const form = (url: string) => panelForm(url, 'order-panel')
  if (isOver) return <div></div>
  return (
    <div class="flex flex-wrap gap-2 border-t border-line px-6 py-4">
      {order.fulfilment === 'placed' && (
        <>
          <form {...form(paths.counterAcceptance.href(params))}>
            <FromHere />
            <button class="btn btn-primary btn-xl min-w-56" type="submit">
              {t('counter.act.accept')}
            </button>
          </form>
          <a class="btn btn-ghost btn-xl" href={paths.counterRejection.href(params)}>
            {t('counter.act.reject')}
          </a>
        </>
      )}
      {order.fulfilment !== 'placed' && order.fulfilment !== 'draft' && !order.acknowledgedAt && (
        <form {...form(paths.counterAcknowledgement.href(params))}>
          <FromHere />
          <button class="btn btn-primary btn-xl min-w-56" type="submit">
            <Icon name="check" />
            {t('counter.act.acknowledge')}
          </button>
        </form>
      )}
      {isUnpaid && (
        <a class="btn btn-xl min-w-56 justify-between" href={paths.counterPayment.href(params)}>
          {t('counter.act.collect')} <Money amount={order.total} currency={order.currency} />
        </a>
      )}
      {order.fulfilment === 'ready' && !isUnpaid && order.orderType !== 'delivery' && (
        <form {...form(paths.counterHandover.href(params))}>
          <FromHere />
          <button class="btn btn-primary btn-xl min-w-56" type="submit">
            <Icon name="check" />
            {t(order.orderType === 'dine_in' ? 'counter.act.served' : 'counter.act.taken')}
          </button>
        </form>
      )}
      {order.mayCancel && order.fulfilment !== 'placed' && (
        <a class="btn btn-xl btn-error btn-outline ms-auto" href={paths.counterCancellation.href(params)}>
          {t('counter.act.cancel')}
        </a>
      )}
    </div>
  )
}
