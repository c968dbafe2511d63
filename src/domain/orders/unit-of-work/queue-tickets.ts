import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import type { IllegalMove } from '../../shared/lifecycle'
import { ok, type Result } from '../../shared/result'
import type { TicketEvent, TicketStatus } from '../../tickets/lifecycle'
import { moveTickets } from '../../tickets/move-tickets'
import type { WorkTicket } from './work-order'
import { queue, type Waiting } from './writes'

/** Moves tickets of an order with its other statements. Refuses: illegal_move. */
export async function queueTickets(
  tx: Tx,
  ctx: Ctx,
  order: Waiting,
  tickets: readonly WorkTicket[],
  event: TicketEvent,
): Promise<Result<void, IllegalMove<TicketStatus, TicketEvent>>> {
  const moved = moveTickets(tx, ctx, tickets, event)
  if (!moved.ok) return moved
  const { tickets: cooked, lines } = moved.value
  await queue(
    tx,
    order,
    { name: 'cooked', sql: cooked, hits: tickets.length },
    ...(lines ? [{ name: 'plated', sql: lines }] : []),
  )
  return ok(undefined)
}
