import type { Tx } from '../../../db/connect'
import { enqueue } from '../../outbox/enqueue'
import type { Topics } from '../../outbox/topics'
import type { Ctx } from '../../shared/ctx'

/** How often a lost answer is asked for, and how long after each time before: the last is the next day, when banks have closed their books. */
const pausesS = [5, 10, 20, 40, 60, 120, 300, 900, 3600, 86_400]

/** Has the gateway asked again how an attempt ended; after the last round nobody asks any more. */
export async function askLater(tx: Tx, ctx: Pick<Ctx, 'now'>, payload: Topics['payment.query']): Promise<void> {
  const pause = pausesS[payload.round]
  if (pause === undefined) return
  const runAt = new Date(ctx.now.getTime() + pause * 1000)
  await enqueue(tx, 'payment.query', payload, { runAt, key: `query:${payload.attemptId}` })
}
