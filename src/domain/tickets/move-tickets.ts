import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import type { IllegalMove } from '../shared/lifecycle'
import { nextOf } from '../shared/lifecycle'
import { ok, type Result } from '../shared/result'
import { type TicketEvent, type TicketStatus, ticketLife } from './lifecycle'

type Moving = { id: string; status: TicketStatus; lines: { id: string; isDone: boolean }[] }

/**
 * Moves tickets by their table, all or none, with compare-and-set; the tickets in memory move along. A bump plates every line, a recall
 * takes them all off again; a void one that is not on the board needs no dismissing. Refuses: illegal_move.
 */
export async function moveTickets(
  tx: Tx,
  ctx: Ctx,
  tickets: readonly Moving[],
  event: TicketEvent,
): Promise<Result<void, IllegalMove<TicketStatus, TicketEvent>>> {
  const moves: { id: string; from: TicketStatus; to: TicketStatus }[] = []
  for (const ticket of tickets) {
    const to = nextOf(ticketLife, ticket.status, event)
    if (!to.ok) return to
    moves.push({ id: ticket.id, from: ticket.status, to: to.value })
  }
  if (moves.length === 0) return ok(undefined)
  const isPlated = event === 'bump' ? true : event === 'recall' ? false : null
  const { rows } = await sql`
    with moved as (
      update ticket t set status = m.to,
        started_at = case m.to when 'preparing' then coalesce(t.started_at, ${ctx.now}) else t.started_at end,
        ready_at = case m.to when 'ready' then ${ctx.now} when 'cancelled' then t.ready_at end,
        queued_at = case when m.from = 'waiting' then ${ctx.now} else t.queued_at end,
        cancelled_at = case m.to when 'cancelled' then ${ctx.now}::timestamptz end,
        seen_at = coalesce(t.seen_at, case when m.from <> 'waiting' then ${ctx.now}::timestamptz end),
        dismissed_at = case when m.to = 'cancelled' and m.from in ('waiting', 'ready') then ${ctx.now}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id uuid, "from" text, "to" text)
      where t.brand_id = ${ctx.brandId} and t.id = m.id and t.status = m.from
      returning t.id),
    plated as (
      update ticket_line l set is_done = ${isPlated ?? false}, done_at = case when ${isPlated ?? false} then ${ctx.now}::timestamptz end
      from moved where ${isPlated !== null} and l.brand_id = ${ctx.brandId} and l.ticket_id = moved.id
        and l.is_done <> ${isPlated ?? false})
    select id from moved`.execute(tx)
  if (rows.length !== moves.length) throw new Error('a ticket moved under its order’s lock')

  for (const [i, ticket] of tickets.entries()) {
    ticket.status = moves[i]!.to
    if (isPlated !== null) for (const line of ticket.lines) line.isDone = isPlated
  }
  announce(tx, `store:${ctx.storeId}:tickets`)
  return ok(undefined)
}
