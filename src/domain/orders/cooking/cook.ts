import type { Tx } from '../../../db/connect'
import { auditRow } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import type { TicketEvent } from '../../tickets/lifecycle'
import { type FulfilmentEvent, isOver } from '../lifecycle'
import { type Moving, moveOrder } from '../move-order'
import { queueTickets } from '../unit-of-work/queue-tickets'
import type { WorkOrder, WorkTicket } from '../unit-of-work/work-order'
import { flush, queue } from '../unit-of-work/writes'
import type { TicketRefusal } from './refusals'

/** What of an order the kitchen needs. */
export type Cooking = Moving & Pick<WorkOrder, 'tickets'>

/**
 * Moves tickets of an order and the order with them: preparing from the first start, ready when every station is, preparing again after a
 * recall. Refuses: illegal_move, order_over.
 */
export async function cook(
  tx: Tx,
  ctx: Ctx,
  order: Cooking,
  tickets: WorkTicket[],
  event: TicketEvent,
): Promise<Result<void, TicketRefusal>> {
  if (isOver(order.fulfilment)) return refuse({ reason: 'order_over' })
  const before = tickets.map(({ status }) => status)
  // What has left the kitchen's hands cannot be called back to the board.
  if (event === 'recall' && order.fulfilment === 'out_for_delivery') return refuse({ reason: 'order_over' })
  const moved = await queueTickets(tx, ctx, order, tickets, event)
  if (!moved.ok) return refuse(moved.refusal)

  const entry = {
    action: `ticket.${event}`,
    subjectId: order.id,
    before: { status: before[0] },
    after: { status: tickets[0]?.status, tickets: tickets.map(({ id }) => id) },
  }
  const events = follow(order)
  if (events.length === 0) {
    await queue(tx, order, { name: 'audited', sql: auditRow(ctx, entry) })
    await flush(tx, order)
    return ok(undefined)
  }
  const along = await moveOrder(
    tx,
    ctx,
    order,
    events.map((fulfilment) => ({ fulfilment })),
    { audit: entry },
  )
  if (!along.ok) throw new Error(`order ${order.id} does not follow its tickets: ${along.refusal.reason}`)
  await flush(tx, order)
  return ok(undefined)
}

/** The moves that bring an order to where its tickets are. */
export function follow({ fulfilment, tickets }: Pick<WorkOrder, 'fulfilment' | 'tickets'>): FulfilmentEvent[] {
  const live = tickets.filter(({ status }) => status !== 'cancelled')
  const isReady = live.length > 0 && live.every(({ status }) => status === 'ready')
  const isStarted = live.some(({ status }) => status === 'preparing' || status === 'ready')
  if (fulfilment === 'accepted') return isReady ? ['start', 'finish'] : isStarted ? ['start'] : []
  if (fulfilment === 'preparing') return isReady ? ['finish'] : []
  if (fulfilment === 'ready') return isReady ? [] : ['recall']
  return []
}
