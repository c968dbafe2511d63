import { queue as queueOf } from '../../domain/orders/queue'
import type { SlipProblem } from '../../views/counter/order-slip'
import { type QueueProps, queueScreen } from '../../views/counter/queue'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { type C, ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { show } from '../kit/show'

export const queue = router()

/** What the queue shows now; `problem` says in words why the last act on an order was refused. */
export async function queueProps(c: C, problem?: SlipProblem): Promise<QueueProps> {
  const lanes = await queueOf(c.var.deps.db, ctxOf(c))
  const { pausedUntil, pauseReason } = lanes
  const ringing = Object.values(lanes)
    .flatMap((lane) => (Array.isArray(lane) ? lane : []))
    .filter((order) => order.isNew)
    .map((order) => order.id)
  return { bar: { place: c.var.place, tab: 'queue', ringing, pausedUntil, pauseReason }, queue: lanes, problem }
}

queue.get(paths.counterQueue.pattern, need('counter.use'), async (c) => show(c, queueScreen, await queueProps(c)))
