import { systemCtx } from '../../shared/ctx'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { isOver } from '../lifecycle'
import { lockOrder } from '../unit-of-work/lock-order'
import { queueTickets } from '../unit-of-work/queue-tickets'
import { flush } from '../unit-of-work/writes'

/** A future order is due to start: its waiting tickets come onto the board (R36). */
export const releaseTickets: Effect<'ticket.release'> = async (deps, payload) => {
  const ctx = systemCtx(payload, deps.now(), 'clock')
  await inTransaction<void, never>(deps.db, async (tx) => {
    const order = await lockOrder(tx, ctx.brandId, payload.orderId)
    const waiting = order?.tickets.filter(({ status }) => status === 'waiting') ?? []
    if (!order || isOver(order.fulfilment) || waiting.length === 0) return ok(undefined)
    await queueTickets(tx, ctx, order, waiting, 'release')
    await flush(tx, order)
    return ok(undefined)
  })
}
