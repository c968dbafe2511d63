import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { paths } from '../paths'
import { livePanel } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { useView } from '../ui/view'
import type { BarProps } from './bar'
import { Bill } from './bill'
import { CounterPage, Frame } from './layout'
import { Paid } from './paid'
import { PayForm, type PayTyped } from './pay-form'
import { slugsOf } from './slugs'

export type PaymentProps = {
  bar: BarProps
  order: OrderView
  /** What stands in the form again after a refusal, and the refusal in words. */
  typed?: PayTyped | undefined
  problem?: string | undefined
}

export const payPanelId = 'pay-panel'

/** Taking money for one order: due, tendered, change; once it is paid, who took it and what goes back. */
const PaymentPanel: FC<PaymentProps> = (props) => {
  const { bar, order } = props
  const { t } = useView()
  const url = paths.counterPayment.href({ ...slugsOf(bar.place), id: order.id })
  const isDue = order.paymentState === 'unpaid' && order.endedAt === null
  return (
    <div id={payPanelId} class="desk" {...livePanel(url, ['orders'])}>
      <main id="main" class="grid min-w-0 grid-rows-[auto_auto_1fr_auto] gap-5 overflow-y-auto px-6 py-4">
        <div class="flex items-center gap-1">
          <a
            class="btn btn-ghost btn-square -ms-3"
            href={paths.counterQueue.href(slugsOf(bar.place))}
            aria-label={t('counter.back_to_queue')}
          >
            <Icon name="arrow-left" />
          </a>
          <h1 class="text-lg">
            {t('counter.pay.title')} <span class="num">{order.number}</span>
          </h1>
        </div>
        {isDue ? <PayForm {...props} /> : <Paid {...props} />}
      </main>
      <Bill order={order} />
    </div>
  )
}

const PaymentPage: FC<PaymentProps> = (props) => {
  const { t } = useView()
  return (
    <CounterPage title={`${t('counter.pay.title')} ${props.order.number ?? ''}`} bar={props.bar}>
      <Frame {...props.bar}>
        <PaymentPanel {...props} />
      </Frame>
    </CounterPage>
  )
}

export const paymentScreen = { Page: PaymentPage, Panel: PaymentPanel }
