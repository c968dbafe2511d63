import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import type { Reversal } from '../../domain/orders/preview-reversal'
import { paths } from '../paths'
import { panelForm } from '../ui/freshness'
import { Icon } from '../ui/icon'
import { moneyText } from '../ui/money'
import { useView } from '../ui/view'
import type { BarProps } from './bar'
import { Bill } from './bill'
import { Causes, type ReversalKind } from './causes'
import { Consequences } from './consequences'
import { CounterPage, Frame } from './layout'
import { slugsOf } from './slugs'

export type ReversalProps = {
  bar: BarProps
  kind: ReversalKind
  order: OrderView
  reversal: Reversal
  typed?: { cause?: string | undefined; words?: string | undefined } | undefined
  problem?: string | undefined
}

/** Before an order ends: what goes back and what does not, then why, then the button that names the amount. */
const ReversalPanel: FC<ReversalProps> = (props) => {
  const { bar, kind, order } = props
  const { t } = useView()
  const params = { ...slugsOf(bar.place), id: order.id }
  const action = kind === 'reject' ? paths.counterRejection.href(params) : paths.counterCancellation.href(params)
  return (
    <div id="reversal-panel" class="desk">
      <main id="main" class="grid min-w-0 content-start gap-6 overflow-y-auto px-6 py-4">
        <div class="flex items-center gap-1">
          <a
            class="btn btn-ghost btn-square -ms-3"
            href={paths.counterOrder.href(params)}
            aria-label={t('counter.back_to_order')}
          >
            <Icon name="arrow-left" />
          </a>
          <h1 class="text-lg">
            {t(`counter.${kind}.title`)} <span class="num">{order.number}</span>
          </h1>
        </div>
        <Consequences {...props} />
        <form {...panelForm(action, 'reversal-panel')} hx-swap="outerHTML" class="grid gap-6">
          <Causes {...props} />
          <div class="grid grid-cols-2 gap-2 border-t border-line pt-4">
            <a class="btn btn-xl" href={paths.counterOrder.href(params)}>
              {t('counter.keep_order')}
            </a>
            <button class="btn btn-xl btn-error btn-outline" type="submit">
              {endWords(props, useView())}
            </button>
          </div>
        </form>
      </main>
      <Bill order={order} />
    </div>
  )
}

const endWords = ({ kind, order, reversal }: ReversalProps, { t, lang }: ReturnType<typeof useView>): string =>
  reversal.money
    ? t(`counter.${kind}.do_refund`, { amount: moneyText(reversal.money.amount, lang, order.currency) })
    : t(`counter.${kind}.do`)

const ReversalPage: FC<ReversalProps> = (props) => {
  const { t } = useView()
  return (
    <CounterPage title={`${t(`counter.${props.kind}.title`)} ${props.order.number ?? ''}`} bar={props.bar}>
      <Frame {...props.bar}>
        <ReversalPanel {...props} />
      </Frame>
    </CounterPage>
  )
}

export const reversalScreen = { Page: ReversalPage, Panel: ReversalPanel }
