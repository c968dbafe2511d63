import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { type IllegalMove, nextOf } from '../shared/lifecycle'
import { ok, type Result } from '../shared/result'
import { type TicketEvent, type TicketStatus, ticketLife } from './lifecycle'

type Moving = { id: string; status: TicketStatus; lines: { id: string; isDone: boolean }[] }

/** The UPDATE of the tickets, which returns as many rows as there are, and that of their lines where it changes them. */
export type TicketMoves = { tickets: RawBuilder<unknown>; lines: RawBuilder<unknown> | null }

/**
 * Moves tickets by their table, all or none; those in memory move along. A bump plates every line, a recall takes them all off again; a
 * void one that is not on the board needs no dismissing. Gives the statements, to be sent with the order's own. Refuses: illegal_move.
 */
export function moveTickets(
  tx: Tx,
  ctx: Ctx,
  tickets: readonly Moving[],
  event: TicketEvent,
): Result<TicketMoves, IllegalMove<TicketStatus, TicketEvent>> {
  const { now, brandId } = ctx
  const from = [...new Set(tickets.map(({ status }) => status))]
  for (const status of from) {
    const to = nextOf(ticketLife, status, event)
    if (!to.ok) return to
  }
  const to = targetOf[event]
  // Listed one by one: an array's length is known to no plan made beforehand, so this would be planned anew each time.
  const ids = tickets.map(({ id }) => id)
  const isPlated = event === 'bump' ? true : event === 'recall' ? false : null
  for (const ticket of tickets) {
    ticket.status = to
    if (isPlated !== null) for (const line of ticket.lines) line.isDone = isPlated
  }
  announce(tx, `store:${ctx.storeId}:tickets`)
  const moved = sql`
    update ticket set status = ${to}, ${stamps[event](now)},
      seen_at = coalesce(seen_at, case when status <> 'waiting' then ${now}::timestamptz end)
    where brand_id = ${brandId} and id in (${sql.join(ids)}) and status in (${sql.join(from)}) returning id`
  const lines =
    isPlated === null
      ? null
      : sql`update ticket_line set is_done = ${isPlated}, done_at = ${isPlated ? now : null}::timestamptz
          where brand_id = ${brandId} and ticket_id in (${sql.join(ids)}) and is_done <> ${isPlated}`
  return ok({ tickets: moved, lines })
}

/** Wherever an event is allowed, it leads to one state. */
const targetOf: Record<TicketEvent, TicketStatus> = {
  release: 'queued',
  start: 'preparing',
  bump: 'ready',
  recall: 'preparing',
  void: 'cancelled',
}

const stamps: Record<TicketEvent, (now: Date) => RawBuilder<unknown>> = {
  release: (now) => sql`queued_at = ${now}`,
  start: (now) => sql`started_at = coalesce(started_at, ${now})`,
  bump: (now) => sql`started_at = coalesce(started_at, ${now}), ready_at = ${now}`,
  recall: () => sql`ready_at = null`,
  void: (now) => sql`cancelled_at = ${now},
    dismissed_at = case when status in ('waiting', 'ready') then ${now}::timestamptz end`,
}
