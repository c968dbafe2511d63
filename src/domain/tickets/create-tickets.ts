import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { enqueue } from '../outbox/enqueue'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { type Backlog, estimateMinutes } from './estimate'
import type { TicketStatus } from './lifecycle'

export type NewTicket = {
  id: string
  stationId: string
  status: TicketStatus
  lines: { id: string; isDone: boolean }[]
}

/**
 * One ticket per station for these lines; a line without a station sends none (R34). Ticket rows belong to order line ids. A future order's
 * tickets wait until `releaseAt` and then release themselves (R36). Gives the INSERTs to be written with them.
 */
export async function createTickets(
  tx: Tx,
  ctx: Ctx,
  input: {
    orderId: string
    lines: readonly { id: string; stationId: string | null; quantity: number }[]
    backlog: Backlog
    prepMinutes: number
    dueAt: Date
    releaseAt: Date | null
  },
): Promise<{ tickets: NewTicket[]; rows: { tickets: RawBuilder<unknown>; lines: RawBuilder<unknown> } | null }> {
  const { backlog, prepMinutes } = input
  const byStation = Map.groupBy(input.lines, (line) => line.stationId)
  byStation.delete(null)
  const status = input.releaseAt ? 'waiting' : 'queued'
  const rows = [...byStation].map(([stationId, lines]) => ({
    id: newId(),
    station: stationId!,
    minutes: estimateMinutes({
      ahead: backlog.ahead[stationId!] ?? 0,
      averageMinutes: backlog.averageMinutes,
      prepMinutes,
    }),
    lines,
  }))
  if (rows.length === 0) return { tickets: [], rows: null }
  const lines = rows.flatMap((row) =>
    row.lines.map((line) => ({ ticket: row.id, line: line.id, quantity: line.quantity })),
  )
  const ticketRows = sql`
    insert into ticket (brand_id, id, store_id, order_id, station_id, status, estimated_minutes, release_at, due_at, queued_at)
    select ${ctx.brandId}, t.id, ${ctx.storeId}, ${input.orderId}, t.station, ${status}, t.minutes, ${input.releaseAt}::timestamptz,
      ${input.dueAt}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id uuid, station uuid, minutes int)`
  const lineRows = sql`
    insert into ticket_line (brand_id, ticket_id, order_line_id, quantity)
    select ${ctx.brandId}, l.ticket, l.line, l.quantity
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(ticket uuid, line uuid, quantity int)`
  if (input.releaseAt) {
    const payload = { brandId: ctx.brandId, storeId: ctx.storeId, orderId: input.orderId }
    await enqueue(tx, 'ticket.release', payload, { runAt: input.releaseAt, key: `release:${input.orderId}` })
  }
  announce(tx, `store:${ctx.storeId}:tickets`)
  const tickets = rows.map(
    (row): NewTicket => ({
      id: row.id,
      stationId: row.station,
      status,
      lines: row.lines.map(({ id }) => ({ id, isDone: false })),
    }),
  )
  return { tickets, rows: { tickets: ticketRows, lines: lineRows } }
}
