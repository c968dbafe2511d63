import type { FC } from 'hono/jsx'
import type { QueueOrder } from '../../domain/orders/queue'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { Money } from '../ui/money'
import { useView } from '../ui/view'
import { AcceptForm } from './accept-form'
import type { SlipProps } from './order-slip'
import { queuePanelId } from './queue-panel-id'
import { isCooking } from './slip-age'
import { slugsOf } from './slugs'

/** The next thing to do with an order, as one large button. */
export const SlipAct: FC<SlipProps> = (props) => {
  const { order, place } = props
  const { t } = useView()
  const params = { ...slugsOf(place), id: order.id }
  const isUnpaid = order.paymentState === 'unpaid'
  if (order.fulfilment === 'placed') return <AcceptForm {...props} />
  if (order.isNew)
    return (
      <form {...panelForm(paths.counterAcknowledgement.href(params), queuePanelId)} class="slip-act mt-3 grid gap-2">
        <button class="btn btn-primary btn-lg w-full" type="submit">
          <Icon name="check" />
          {t('counter.act.acknowledge')}
        </button>
        {isUnpaid && <Collect order={order} url={paths.counterPayment.href(params)} />}
      </form>
    )
  if (isUnpaid && !(order.fulfilment === 'ready' && order.orderType === 'delivery'))
    return (
      <div class="slip-act mt-3">
        <Collect order={order} url={paths.counterPayment.href(params)} />
        {order.fulfilment === 'preparing' && <Progress order={order} />}
      </div>
    )
  if (isCooking(order)) return <Progress order={order} />
  if (order.orderType === 'delivery') return <Depart {...props} />
  return (
    <form {...panelForm(paths.counterHandover.href(params), queuePanelId)} class="slip-act mt-3">
      <button class="btn btn-lg w-full" type="submit">
        <Icon name="check" />
        {t(order.orderType === 'dine_in' ? 'counter.act.served' : 'counter.act.taken')}
      </button>
    </form>
  )
}

const Collect: FC<{ order: QueueOrder; url: string }> = ({ order, url }) => (
  <a class="btn btn-lg w-full justify-between" href={url}>
    {useView().t('counter.act.collect')} <Money amount={order.total} currency={order.currency} />
  </a>
)

/** A rider who is on the list takes it; without one, the way to find one. */
const Depart: FC<SlipProps> = ({ order, place }) => {
  const { t } = useView()
  if (!order.delivery?.driverId)
    return (
      <a class="slip-act btn btn-lg mt-3 w-full" href={paths.dispatch.href(slugsOf(place))}>
        <Icon name="scooter" />
        {t('counter.act.find_rider')}
      </a>
    )
  return (
    <form
      {...panelForm(paths.counterDeparture.href({ ...slugsOf(place), id: order.id }), queuePanelId)}
      class="slip-act mt-3"
    >
      <button class="btn btn-lg w-full" type="submit">
        <Icon name="scooter" />
        {t('counter.act.depart')}
      </button>
    </form>
  )
}

/** How much of the meal stands on the pass. */
const Progress: FC<{ order: QueueOrder }> = ({ order }) => {
  const share = order.itemCount > 0 ? order.doneCount / order.itemCount : 0
  return (
    <p
      class="bar mt-2"
      role="img"
      aria-label={useView().t('counter.done_of', { done: order.doneCount, all: order.itemCount })}
    >
      <i data-w={String(Math.round(share * 20) * 5)}></i>
    </p>
  )
}
