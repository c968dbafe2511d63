import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import type { Stored } from '../shared/stored'
import { averageOf } from './average'
import { asTicket, isCooking, portionsLeft, type TicketRow, ticketJson } from './board-tickets'
import type { TicketStatus } from './lifecycle'

export type BoardLine = {
  id: string
  name: Texts
  options: { id: string; name: Texts }[]
  note: string
  quantity: number
  previousQuantity: number | null
  change: 'new' | 'changed' | 'void' | null
  isDone: boolean
}

export type BoardTicket = {
  id: string
  orderId: string
  number: string | null
  orderType: 'dine_in' | 'takeout' | 'delivery'
  tableLabel: string
  contactName: string
  orderNote: string
  driverId: string | null
  stationId: string | null
  station: string | null
  revision: number
  status: TicketStatus
  queuedAt: Date
  startedAt: Date | null
  readyAt: Date | null
  cancelledAt: Date | null
  /** When somebody at the board first touched it: until then it rings. */
  seenAt: Date | null
  /** When it must be ready for the promise. */
  dueAt: Date
  estimatedMinutes: number
  lines: BoardLine[]
}

export type Board = {
  stations: { id: string; name: Texts }[]
  /** Queued and preparing, oldest first; cancelled ones stay until seen. */
  tickets: BoardTicket[]
  /** Bumped lately, newest first: what recall offers. */
  recent: BoardTicket[]
  /** Future orders not yet on the board. */
  waiting: { count: number; nextAt: Date | null }
  /** Portions still to be made, by dish, most first. */
  allDay: { dishId: string; name: Texts; quantity: number }[]
  /** Minutes from queued to ready over the last hour; null without any. */
  averageMinutes: number | null
  lateCount: number
}

/** Nothing older is offered for recall; of the last few bumped, those whose order is still here. */
const recallMs = 2 * 60 * 60_000
const recallAmong = 60
const recallShown = 9

type BoardRow = Pick<Board, 'averageMinutes'> & {
  stations: Board['stations'] | null
  open: Stored<TicketRow>[] | null
  recent: Stored<TicketRow>[] | null
  waiting: number
  nextAt: Date | null
}

/** The kitchen board of a store, or of one station. One round trip. */
export async function board(db: Db, ctx: Ctx, filter: { stationId?: string } = {}): Promise<Board> {
  const { stationId = null } = filter
  const here = sql`t.brand_id = s.brand_id and t.store_id = s.id ${stationId ? sql`and t.station_id = ${stationId}` : sql``}`
  const onBoard = sql`${here} and t.ready_at is null and t.dismissed_at is null`
  const { rows } = await sql<BoardRow>`
    select
      (select json_agg(json_build_object('id', n.id, 'name', jsonb_build_object(b.default_lang, n.name) || coalesce((
            select jsonb_object_agg(x.lang, x.text) from translation x
            where x.brand_id = n.brand_id and x.subject_id = n.id and x.field = 'name'), '{}')) order by n.position, n.id)
        from station n join brand b on b.id = n.brand_id where n.brand_id = s.brand_id and n.store_id = s.id) as stations,
      (select json_agg(${ticketJson} order by t.queued_at, t.id)
        from ticket t join orders o on o.brand_id = t.brand_id and o.id = t.order_id
        left join delivery d on o.order_type = 'delivery' and d.brand_id = o.brand_id and d.order_id = o.id
        where ${onBoard} and t.status <> 'waiting') as open,
      (select json_agg(${ticketJson} order by t.ready_at desc) from (
        select t.* from (
          select * from ticket t where ${here} and t.status = 'ready' and t.ready_at > ${new Date(ctx.now.getTime() - recallMs)}
          order by t.ready_at desc limit ${sql.lit(recallAmong)}) t
        join orders o on o.brand_id = t.brand_id and o.id = t.order_id
        where o.ended_at is null and o.fulfilment <> 'out_for_delivery'
        order by t.ready_at desc limit ${sql.lit(recallShown)}) t
        join orders o on o.brand_id = t.brand_id and o.id = t.order_id
        left join delivery d on o.order_type = 'delivery' and d.brand_id = o.brand_id and d.order_id = o.id) as recent,
      w.waiting, w.next_at, ${averageOf('s', 'queued', ctx.now, stationId)} as average_minutes
    from store s, lateral (select count(*) as waiting, min(t.release_at) as next_at from ticket t
      where ${onBoard} and t.status = 'waiting') w
    where s.brand_id = ${ctx.brandId} and s.id = ${ctx.storeId}`.execute(db)
  const row = rows[0]
  const open = row?.open ?? []
  const tickets = open.map(asTicket)
  return {
    stations: row?.stations ?? [],
    tickets,
    recent: (row?.recent ?? []).map(asTicket),
    waiting: { count: row?.waiting ?? 0, nextAt: row?.nextAt ?? null },
    allDay: portionsLeft(open),
    averageMinutes: row?.averageMinutes ?? null,
    lateCount: tickets.filter((ticket) => isCooking(ticket) && ticket.dueAt <= ctx.now).length,
  }
}

export type KitchenOrder = {
  kitchenOrderId: string
  orderId: string
  status: 'queued' | 'preparing' | 'ready' | 'cancelled'
  estimatedMinutes: number
  createdAt: Date
  items: { orderLineId: string; dishId: string; name: Texts; quantity: number; isDone: boolean }[]
}

type KitchenRow = {
  id: string
  status: TicketStatus
  estimatedMinutes: number
  queuedAt: Date
  items: KitchenOrder['items'] | null
}

/** From the slowest on: what is cancelled speaks only when all is. */
const slowness: readonly TicketStatus[] = ['waiting', 'queued', 'preparing', 'ready', 'cancelled']

/** All tickets of one order as one kitchen order, the slowest ticket speaking for all (REST); null when nothing is cooked for it. */
export async function kitchenOrder(db: Db, ctx: Ctx, orderId: string): Promise<KitchenOrder | null> {
  const { rows } = await sql<KitchenRow>`
    select t.id, t.status, t.estimated_minutes, t.queued_at,
      (select json_agg(json_build_object('orderLineId', l.id, 'dishId', l.dish_id, 'name', l.name, 'quantity', tl.quantity,
          'isDone', tl.is_done) order by l.position)
        from ticket_line tl join order_line l on l.brand_id = tl.brand_id and l.id = tl.order_line_id
        where tl.brand_id = t.brand_id and tl.ticket_id = t.id) as items
    from ticket t
    where t.brand_id = ${ctx.brandId} and t.store_id = ${ctx.storeId} and t.order_id = ${orderId}
    order by t.id`.execute(db)
  const [first] = rows
  if (!first) return null
  const status = slowness.find((slow) => rows.some((row) => row.status === slow)) ?? first.status
  const live = rows.filter((row) => status === 'cancelled' || row.status !== 'cancelled')
  return {
    kitchenOrderId: first.id,
    orderId,
    status: status === 'waiting' ? 'queued' : status,
    estimatedMinutes: Math.max(...live.map((row) => row.estimatedMinutes)),
    createdAt: first.queuedAt,
    items: live.flatMap((row) => row.items ?? []),
  }
}
