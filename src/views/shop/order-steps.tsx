import type { FC } from 'hono/jsx'
import type { OrderView } from '../../domain/orders/order-view'
import { useView } from '../ui/view'
import { clockText } from '../ui/words'

type StepName = 'placed' | 'preparing' | 'ready' | 'cooked' | 'taken' | 'served' | 'delivering' | 'delivered'

const names: Record<OrderView['orderType'], [StepName, StepName, StepName, StepName]> = {
  takeout: ['placed', 'preparing', 'ready', 'taken'],
  dine_in: ['placed', 'preparing', 'cooked', 'served'],
  delivery: ['placed', 'preparing', 'delivering', 'delivered'],
}

/** How far an order has come: the station it stands at, 4 when it is through. */
function stageOf(order: OrderView): number {
  switch (order.fulfilment) {
    case 'preparing':
      return 1
    case 'ready':
    case 'out_for_delivery':
      return 2
    case 'completed':
      return 4
    default:
      return 0
  }
}

/** When it is there: the kitchen's estimate, or for what is brought the promise, which counts the way too. */
export function expectedAt({ orderType, estimatedAt, promisedAt }: OrderView): Date {
  if (!estimatedAt) return promisedAt
  return orderType === 'delivery' && promisedAt > estimatedAt ? promisedAt : estimatedAt
}

/** A line with four stations: done is ink, now is the accent, to come is hollow. */
export const OrderSteps: FC<{ order: OrderView; timeZone: string }> = ({ order, timeZone }) => {
  const { t, lang } = useView()
  const stage = stageOf(order)
  const clock = (at: Date | null) => (at ? clockText(at, lang, timeZone) : null)
  const about = expectedAt(order)
  const third =
    order.orderType === 'delivery'
      ? null
      : (clock(order.readyAt) ?? t('shop.about', { clock: clockText(about, lang, timeZone) }))
  const fourth =
    clock(order.endedAt) ??
    (order.orderType === 'delivery' ? t('shop.about', { clock: clockText(about, lang, timeZone) }) : null)
  const times = [clock(order.placedAt), clock(order.startedAt), third, fourth]
  return (
    <ol class="steps" aria-label={t('shop.order.progress')}>
      {names[order.orderType].map((name, i) => (
        <li
          class={i < stage ? 'is-done' : i === stage ? 'is-now' : ''}
          {...(i === stage ? { 'aria-current': 'step' } : {})}
        >
          {t(`shop.step.${name}`)}
          <span class="num block text-xs font-normal">{times[i] ?? '\u00a0'}</span>
        </li>
      ))}
    </ol>
  )
}
