import { type RawBuilder, sql } from 'kysely'
import { callNumber } from '../shared/call-number'
import { dated, type Stored } from '../shared/stored'
import type { Board, BoardLine, BoardTicket } from './queries'

type LineRow = Omit<BoardLine, 'options'> & {
  dishId: string
  options: (BoardLine['options'][number] & { price: number })[]
}
export type TicketRow = Omit<BoardTicket, 'number' | 'lines'> & { sequence: number | null; lines: LineRow[] | null }

/** Ticket `t` of order `o` with its delivery `d`, as it hangs on the board. */
export const ticketJson: RawBuilder<unknown> = sql`json_build_object('id', t.id, 'orderId', o.id, 'sequence', o.sequence,
  'orderType', o.order_type, 'tableLabel', o.table_label, 'contactName', o.contact_name, 'orderNote', o.note, 'driverId', d.driver_id,
  'stationId', t.station_id, 'station', (select n.name from station n where n.brand_id = t.brand_id and n.id = t.station_id),
  'revision', t.revision, 'status', t.status, 'queuedAt', t.queued_at, 'startedAt', t.started_at, 'readyAt', t.ready_at,
  'cancelledAt', t.cancelled_at, 'seenAt', t.seen_at, 'dueAt', t.due_at, 'estimatedMinutes', t.estimated_minutes, 'lines', (
    select json_agg(json_build_object('id', l.id, 'dishId', l.dish_id, 'name', l.name, 'options', l.options, 'note', l.note,
      'quantity', tl.quantity, 'previousQuantity', tl.previous_quantity, 'change', tl.change, 'isDone', tl.is_done) order by l.position)
    from ticket_line tl join order_line l on l.brand_id = tl.brand_id and l.id = tl.order_line_id
    where tl.brand_id = t.brand_id and tl.ticket_id = t.id))`

const dates = { queuedAt: true, startedAt: true, readyAt: true, cancelledAt: true, seenAt: true, dueAt: true } as const

export function asTicket(stored: Stored<TicketRow>): BoardTicket {
  const { sequence, lines, ...ticket } = dated<TicketRow>(stored, dates)
  return {
    ...ticket,
    number: callNumber(sequence),
    lines: (lines ?? []).map(({ dishId: _, options, ...line }) => ({
      ...line,
      options: options.map(({ id, name }) => ({ id, name })),
    })),
  }
}

export const isCooking = ({ status }: Pick<BoardTicket, 'status'>): boolean =>
  status === 'queued' || status === 'preparing'

/** Portions still to be made on these tickets, by dish, most first. */
export function portionsLeft(tickets: readonly Stored<TicketRow>[]): Board['allDay'] {
  const totals = new Map<string, Board['allDay'][number]>()
  for (const ticket of tickets) {
    if (!isCooking(ticket)) continue
    for (const { dishId, name, quantity, isDone, change } of ticket.lines ?? []) {
      if (isDone || change === 'void') continue
      const total = totals.get(dishId) ?? { dishId, name, quantity: 0 }
      totals.set(dishId, { ...total, quantity: total.quantity + quantity })
    }
  }
  return [...totals.values()].sort((a, b) => b.quantity - a.quantity)
}
