import type { FC } from 'hono/jsx'
import type { QueueOrder } from '../../domain/orders/queue'
import { useView } from '../ui/view'
import { minutesFrom } from './minutes'

/** Close to the promise from here on. */
const soonMinutes = 2
/** A meal that waits longer than this gets cold. */
const coldMinutes = 10

/** How old a new order is, how far a cooking one is from its promise, how long a ready one waits. */
export const SlipAge: FC<{ order: QueueOrder }> = ({ order }) => {
  const { t, now } = useView()
  const { words, tone } = ageOf(order, now)
  const since = order.isNew
    ? {
        'data-since': (order.placedAt ?? order.createdAt).getTime(),
        'data-seconds-words': t('counter.age.seconds', { count: '{n}' }),
        'data-minutes-words': t('counter.minutes', { count: '{n}' }),
      }
    : {}
  return (
    <span class={`num ms-auto font-bold whitespace-nowrap ${tone}`} {...since}>
      {t(words.key, { count: words.count })}
    </span>
  )
}

type Words = { key: string; count: number }

function ageOf(order: QueueOrder, now: Date): { words: Words; tone: string } {
  if (order.fulfilment === 'ready') {
    const waited = minutesFrom(order.readyAt ?? order.promisedAt, now)
    if (waited < 1) return { words: { key: 'counter.age.just', count: 0 }, tone: 'text-muted' }
    return {
      words: { key: 'counter.age.waiting', count: waited },
      tone: waited >= coldMinutes ? 'text-wait' : 'text-muted',
    }
  }
  if (isCooking(order)) {
    const left = Math.ceil((order.promisedAt.getTime() - now.getTime()) / 60_000)
    if (left < 0) return { words: { key: 'counter.age.late', count: -left }, tone: 'text-bad' }
    return { words: { key: 'counter.age.left', count: left }, tone: left <= soonMinutes ? 'text-wait' : 'text-muted' }
  }
  const seconds = Math.max(0, Math.floor((now.getTime() - (order.placedAt ?? order.createdAt).getTime()) / 1000))
  const words =
    seconds < 60
      ? { key: 'counter.age.seconds', count: seconds }
      : { key: 'counter.minutes', count: Math.floor(seconds / 60) }
  return { words, tone: order.isNew || order.fulfilment === 'placed' ? 'text-brand-ink' : 'text-muted' }
}

/** Whether the kitchen has it: paid and accepted, or begun. */
export const isCooking = (order: QueueOrder): boolean =>
  !order.isNew &&
  (order.fulfilment === 'preparing' || (order.fulfilment === 'accepted' && order.paymentState !== 'unpaid'))
