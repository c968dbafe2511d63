import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { businessDay } from '../brands/business-day'
import type { DeliveryStatus } from '../deliveries/lifecycle'
import { callNumber } from '../shared/call-number'
import type { Ctx, Texts } from '../shared/ctx'
import type { Stored } from '../shared/stored'
import { averageOf } from '../tickets/average'
import type { Channel, Fulfilment, OrderType, PaymentState, StatusWord } from './lifecycle'
import { asQueueOrder, type OrderRow, openHere, openOrders, rings } from './queue-orders'

export type QueueOrder = {
  id: string
  number: string | null
  orderType: OrderType
  channel: Channel
  fulfilment: Fulfilment
  paymentState: PaymentState
  status: StatusWord
  payWay: 'cash' | 'card_terminal' | 'online'
  paymentId: string
  total: number
  currency: string
  itemCount: number
  /** Portions the kitchen has plated. */
  doneCount: number
  lines: { name: Texts; quantity: number; note: string }[]
  contactName: string
  contactPhone: string
  address: string
  tableLabel: string
  note: string
  createdAt: Date
  placedAt: Date | null
  readyAt: Date | null
  promisedAt: Date
  heldUntil: Date | null
  /** Rings until somebody takes note (R35). */
  isNew: boolean
  delivery: { status: DeliveryStatus; driverId: string | null } | null
  /** The saga is turning back or stuck. */
  isTurningBack: boolean
}

export type Queue = {
  drafts: QueueOrder[]
  arriving: QueueOrder[]
  unpaid: QueueOrder[]
  cooking: QueueOrder[]
  ready: QueueOrder[]
  onTheRoad: QueueOrder[]
  /** Minutes from the kitchen's start to ready, over the last hour; null without any. */
  averageMinutes: number | null
  /** The order of today that was handed over last, for a quiet counter to see; null while the lanes hold anything. */
  lastHandedOver: { number: string | null; at: Date } | null
  /** The store's pause, set or past. */
  pausedUntil: Date | null
  pauseReason: string | null
}

/** What the bar above every counter page says. */
export type CounterBar = { ringing: string[]; pausedUntil: Date | null; pauseReason: string | null }

/** The orders that still ring, oldest first, and whether the store takes orders. One round trip. */
export async function counterBar(db: Db, ctx: Ctx): Promise<CounterBar> {
  const { rows } = await sql<CounterBar>`
    select s.paused_until, s.pause_reason, coalesce((select json_agg(o.id order by o.created_at) from orders o
      where ${openHere} and ${rings}), '[]') as ringing
    from store s where s.brand_id = ${ctx.brandId} and s.id = ${ctx.storeId}`.execute(db)
  return rows[0] ?? { ringing: [], pausedUntil: null, pauseReason: null }
}

type Row = Pick<Queue, 'pausedUntil' | 'pauseReason' | 'averageMinutes'> & {
  timeZone: string
  cutoffMinute: number
  orders: Stored<OrderRow>[] | null
  last: { sequence: number | null; at: string; businessDay: string } | null
}

/** Looked for only when the lanes are empty: of the last day with numbers, which the store's clock may tell is today. */
const lastHandedOver: RawBuilder<unknown> = sql`
  case when not exists (select from orders o where ${openHere} and o.fulfilment not in ('draft', 'out_for_delivery')) then (
    select json_build_object('sequence', o.sequence, 'at', o.ended_at, 'businessDay', o.business_day) from orders o
    where o.brand_id = s.brand_id and o.store_id = s.id and o.fulfilment = 'completed' and o.business_day = (
      select max(c.business_day) from order_counter c where c.brand_id = s.brand_id and c.store_id = s.id)
    order by o.ended_at desc limit 1) end`

/** The counter's live queue: every open order of the store, oldest first in its lane. One round trip. */
export async function queue(db: Db, ctx: Ctx): Promise<Queue> {
  const { rows } = await sql<Row>`
    select s.paused_until, s.pause_reason, s.time_zone, s.cutoff_minute, (${openOrders}) as orders, ${lastHandedOver} as last,
      ${averageOf('s', 'started', ctx.now)} as average_minutes
    from store s where s.brand_id = ${ctx.brandId} and s.id = ${ctx.storeId}`.execute(db)
  const row = rows[0]
  const lanes = Object.groupBy((row?.orders ?? []).map(asQueueOrder), laneOf)
  const { drafts = [], arriving = [], unpaid = [], cooking = [], ready = [], onTheRoad = [] } = lanes
  const isToday = row?.last?.businessDay === (row && businessDay(ctx.now, row.timeZone, row.cutoffMinute))
  return {
    drafts,
    arriving,
    unpaid,
    cooking,
    ready,
    onTheRoad,
    averageMinutes: row?.averageMinutes ?? null,
    lastHandedOver: row?.last && isToday ? { number: callNumber(row.last.sequence), at: new Date(row.last.at) } : null,
    pausedUntil: row?.pausedUntil ?? null,
    pauseReason: row?.pauseReason ?? null,
  }
}

type Lane = 'drafts' | 'arriving' | 'unpaid' | 'cooking' | 'ready' | 'onTheRoad'

/** What rings comes first; what is ready waits to be fetched, paid or not; before that, money is the next thing to do. */
function laneOf({ isNew, fulfilment, paymentState }: QueueOrder): Lane {
  if (fulfilment === 'draft') return 'drafts'
  if (isNew || fulfilment === 'placed') return 'arriving'
  if (fulfilment === 'ready') return 'ready'
  if (fulfilment === 'out_for_delivery') return 'onTheRoad'
  return paymentState === 'unpaid' || paymentState === 'failed' ? 'unpaid' : 'cooking'
}
