import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { callNumber, fullNumber } from '../shared/call-number'
import type { Ctx, Texts } from '../shared/ctx'
import type { Channel, Fulfilment, OrderType, PaymentState, StatusWord } from './lifecycle'
import { statusWord } from './lifecycle'
import { matching, needsYou, type OfficeFilter } from './office-filter'
import { stuckCount } from './saga/stuck'

export type { OfficeFilter } from './office-filter'

export type OfficeOrder = {
  id: string
  /** The call number, '087'; null before it is given. */
  number: string | null
  /** 'MMDD-087', unique over days. */
  fullNumber: string | null
  businessDay: string
  orderType: OrderType
  channel: Channel
  fulfilment: Fulfilment
  paymentState: PaymentState
  status: StatusWord
  payWay: 'cash' | 'card_terminal' | 'online' | null
  currency: string
  total: number
  /** Minor units that went back. */
  refunded: number
  lines: { name: Texts; quantity: number }[]
  contactName: string
  contactPhone: string
  address: string
  tableLabel: string
  createdAt: Date
  endReason: string | null
  /** Its saga is putting things back. */
  isTurningBack: boolean
}

type Row = Omit<OfficeOrder, 'number' | 'fullNumber' | 'status'> & {
  orderDateCode: string | null
  sequence: number | null
}

function asOrder({ orderDateCode, sequence, ...row }: Row): OfficeOrder {
  const numbers = { number: callNumber(sequence), fullNumber: fullNumber(orderDateCode, sequence) }
  return {
    ...row,
    ...numbers,
    createdAt: new Date(row.createdAt),
    status: statusWord(row.fulfilment, row.paymentState),
  }
}

const from = sql`from orders o left join saga g on g.brand_id = o.brand_id and g.order_id = o.id`

/** One page of matching orders, newest first: ids are made in order of time. */
const page = (where: RawBuilder<boolean>, limit: number, cursor: string | null): RawBuilder<unknown> => sql`
  select o.id, o.order_date_code as "orderDateCode", o.sequence, o.business_day as "businessDay", o.order_type as "orderType",
    o.channel, o.fulfilment, o.payment_state as "paymentState", o.currency, o.total, o.contact_name as "contactName",
    o.contact_phone as "contactPhone", o.address, o.table_label as "tableLabel", o.created_at as "createdAt",
    o.end_reason as "endReason", coalesce(g.status = 'compensating', false) as "isTurningBack",
    (select p.method from payment p where p.brand_id = o.brand_id and p.order_id = o.id order by p.id desc limit 1) as "payWay",
    (select coalesce(sum(p.refunded_amount), 0)::int from payment p where p.brand_id = o.brand_id and p.order_id = o.id) as refunded,
    (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity) order by l.position), '[]')
      from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines
  ${from} where ${where} ${cursor ? sql`and o.id < ${cursor}` : sql``}
  order by o.id desc limit ${limit + 1}`

export type OrderPage = { items: OfficeOrder[]; nextCursor: string | null }

function asPage(rows: Row[], limit: number): OrderPage {
  const items = rows.slice(0, limit).map(asOrder)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** A page of a store's orders, newest first; `cursor` is the last page's `nextCursor`. One round trip. */
export async function officeOrderPage(
  db: Db,
  ctx: Ctx,
  filter: OfficeFilter,
  limit: number,
  cursor: string | null,
): Promise<OrderPage> {
  const { rows } = await sql<{ page: Row[] | null }>`
    select (select jsonb_agg(r order by r.id desc) from (${page(matching(ctx, filter), limit, cursor)}) r) as page`.execute(
    db,
  )
  return asPage(rows[0]?.page ?? [], limit)
}

export type DayTotals = { count: number; revenue: number; average: number; cancelled: number; needsYou: number }

export type OfficeOrders = OrderPage & {
  day: string
  /** The whole day, whatever the filter: numbers given, money kept, how many were cancelled or wait for somebody. */
  totals: DayTotals
  /** What the filter leaves: orders that money was kept for, and how much. */
  matched: { count: number; kept: number }
  /** Orders begun in each quarter of an hour of the day, oldest first. */
  quarters: { at: Date; count: number }[]
  /** Sagas of the store that want a look. */
  stuckCount: number
}

type DayRow = {
  page: Row[] | null
  quarters: { at: number; count: number }[] | null
  stuckCount: number
  count: number
  kept: number
  keptCount: number
  cancelled: number
  needsYou: number
  matchedCount: number
  matchedKept: number
}

/** A store's orders of one business day, with the day's figures. Money in minor units. One round trip. */
export async function officeOrders(
  db: Db,
  ctx: Ctx,
  filter: OfficeFilter & { day: string },
  limit = 50,
  cursor: string | null = null,
): Promise<OfficeOrders> {
  const where = matching(ctx, filter)
  const { rows } = await sql<DayRow>`
    with day as materialized (
      select o.created_at, o.is_finalized, o.fulfilment in ('cancelled', 'rejected') as is_cancelled, ${needsYou} as needs_you,
        (${where}) as is_match, coalesce(m.kept, 0) as kept
      ${from}
      left join lateral (select sum(p.amount - p.refunded_amount) as kept from payment p
        where p.brand_id = o.brand_id and p.order_id = o.id and p.paid_at is not null) m on true
      where ${matching(ctx, { day: filter.day })})
    select
      (select jsonb_agg(r order by r.id desc) from (${page(where, limit, cursor)}) r) as page, ${stuckCount(ctx)} as stuck_count,
      (select jsonb_agg(jsonb_build_object('at', q.at, 'count', q.count) order by q.at) from
        (select floor(extract(epoch from created_at) / 900)::int8 * 900 as at, count(*) from day where is_finalized group by 1) q) as quarters,
      count(*) filter (where is_finalized) as count, coalesce(sum(kept), 0)::int8 as kept, count(*) filter (where kept > 0) as kept_count,
      count(*) filter (where is_cancelled and is_finalized) as cancelled, count(*) filter (where needs_you) as needs_you,
      count(*) filter (where is_match and kept > 0) as matched_count, coalesce(sum(kept) filter (where is_match), 0)::int8 as matched_kept
    from day`.execute(db)
  const row = rows[0]!
  return {
    ...asPage(row.page ?? [], limit),
    day: filter.day,
    totals: {
      count: row.count,
      revenue: row.kept,
      average: row.keptCount > 0 ? Math.round(row.kept / row.keptCount) : 0,
      cancelled: row.cancelled,
      needsYou: row.needsYou,
    },
    matched: { count: row.matchedCount, kept: row.matchedKept },
    stuckCount: row.stuckCount,
    quarters: (row.quarters ?? []).map(({ at, count }) => ({ at: new Date(at * 1000), count })),
  }
}
