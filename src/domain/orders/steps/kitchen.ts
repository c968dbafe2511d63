import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { readBacklog } from '../../tickets/backlog'
import { createTickets } from '../../tickets/create-tickets'
import type { Backlog } from '../../tickets/estimate'
import { isPaid } from '../lifecycle'
import { moveOrder } from '../move-order'
import { done, fail, notYet, type Outcome, step } from '../saga/step'
import { queueTickets } from '../unit-of-work/queue-tickets'
import type { WorkOrder } from '../unit-of-work/work-order'
import { queue } from '../unit-of-work/writes'

const minuteMs = 60_000

/** Sends tickets to the stations once the order is accepted and, by the store's setting, paid (R8). Nothing to cook is ready at once. */
export const kitchenStep = step<{ ticketIds: string[] }>({
  name: 'kitchen',
  applies: () => true,
  run: async (tx, ctx, order): Promise<Outcome<{ ticketIds: string[] }>> => {
    if (order.fulfilment !== 'accepted') return notYet
    if (order.kitchenStart === 'payment' && !isPaid(order.paymentState)) return notYet
    const dueAt = dueAtOf(order)
    const { tickets, rows } = await createTickets(tx, ctx, {
      orderId: order.id,
      lines: order.lines,
      backlog: order.backlog ?? (await backlogFor(tx, ctx, order)),
      prepMinutes: order.store.prepMinutes,
      dueAt,
      releaseAt: releaseAtOf(order, ctx.now),
    })
    order.tickets = tickets
    if (rows) await queue(tx, order, { name: 'ticketed', sql: rows.tickets }, { name: 'ticket_lines', sql: rows.lines })
    if (tickets.length === 0) {
      const ready = await moveOrder(tx, ctx, order, [{ fulfilment: 'finish' }])
      if (!ready.ok) return fail({ reason: 'refused', error: ready.refusal.reason })
    }
    return done({ ticketIds: tickets.map((ticket) => ticket.id) })
  },
  undo: async (tx, ctx, order) => {
    const live = order.tickets.filter((ticket) => ticket.status !== 'cancelled')
    if (live.length > 0) await queueTickets(tx, ctx, order, live, 'void')
    return { kind: 'undone' }
  },
})

/** When the food must stand ready for the promise to be kept. */
const dueAtOf = (order: WorkOrder): Date =>
  new Date(order.promisedAt.getTime() - (order.orderType === 'delivery' ? order.store.deliveryMinutes * minuteMs : 0))

/** A future order starts its preparation time before it is due (R36); null is now. */
function releaseAtOf(order: WorkOrder, now: Date): Date | null {
  const startAt = new Date(dueAtOf(order).getTime() - order.store.prepMinutes * minuteMs)
  return startAt.getTime() > now.getTime() + minuteMs ? startAt : null
}

/** Nobody asks how busy the kitchen is for what it does not cook. */
const backlogFor = (tx: Tx, ctx: Ctx, order: WorkOrder): Promise<Backlog> =>
  order.lines.some(({ stationId }) => stationId)
    ? readBacklog(tx, ctx)
    : Promise.resolve({ ahead: {}, averageMinutes: null })
