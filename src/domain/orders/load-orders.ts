import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { worksAt } from '../people/may'
import { callNumber, fullNumber } from '../shared/call-number'
import type { Actor, Ctx } from '../shared/ctx'
import { dated, type Stored } from '../shared/stored'
import { isOver, isServed, kitchenStarted, statusWord } from './lifecycle'
import { isOwner, mayRead, type Owned } from './may-see'
import type { OrderLineView, OrderView, PaymentView, RefundView } from './order-view'

type TicketView = OrderView['tickets'][number]
type Delivery = NonNullable<OrderView['delivery']>
type Nested = 'lines' | 'payments' | 'refunds' | 'tickets' | 'delivery'
type Derived = 'number' | 'fullNumber' | 'status' | 'itemCount' | 'doneCount' | 'estimatedAt' | 'mayCancel' | 'isMine'

type Row = Owned &
  Omit<OrderView, Nested | Derived> & {
    orderDateCode: string | null
    sequence: number | null
    lines: (Omit<OrderLineView, 'isDone'> & { isDone: boolean | null })[] | null
    payments: Stored<PaymentView>[] | null
    refunds: Stored<RefundView>[] | null
    tickets: Stored<TicketView>[] | null
    delivery: Stored<Delivery> | null
  }

/** `picked` selects brand_id and id of orders. Gives those that the actor may see, newest first. One round trip. */
export async function loadOrders(
  db: Db,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  picked: RawBuilder<unknown>,
): Promise<OrderView[]> {
  const { rows } = await sql<Row>`
    with picked as materialized (${picked})
    select o.id, o.brand_id, o.store_id, o.account_id, o.visitor, o.order_date_code, o.sequence, o.order_type, o.channel, o.fulfilment,
      o.payment_state, o.revision, o.currency, o.subtotal, o.discount_total, o.service_charge, o.delivery_fee, o.total, o.customer_id,
      o.contact_name, o.contact_phone, o.address, o.table_label, o.note, o.created_at, o.placed_at, o.accepted_at, o.started_at,
      o.ready_at, o.ended_at, o.acknowledged_at, o.promised_at, o.held_until, o.end_reason,
      json_build_object('slug', b.slug, 'name', b.name, 'seal', b.seal, 'defaultLang', b.default_lang) as brand,
      json_build_object('slug', s.slug, 'name', s.name, 'phone', s.phone, 'address', s.address, 'timeZone', s.time_zone) as store,
      (select json_build_object('id', g.id, 'status', g.status) from saga g
        where g.brand_id = o.brand_id and g.order_id = o.id) as saga,
      (select json_agg(json_build_object('id', l.id, 'dishId', l.dish_id, 'name', l.name, 'options', l.options, 'quantity', l.quantity,
          'unitPrice', l.unit_price, 'lineTotal', l.line_total, 'note', l.note, 'isDone', tl.is_done) order by l.position)
        from order_line l left join ticket_line tl on tl.brand_id = l.brand_id and tl.order_line_id = l.id
        where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines,
      (select json_agg(json_build_object('id', p.id, 'method', p.method, 'gateway', p.gateway, 'amount', p.amount, 'status', p.status,
          'refundedAmount', p.refunded_amount, 'tendered', p.tendered, 'changeGiven', p.change_given,
          'confirmedBy', (select a.name from account a where a.id = p.confirmed_by), 'paymentUrl', case when p.status = 'pending' then
            (select a.payment_url from payment_attempt a where a.brand_id = p.brand_id and a.payment_id = p.id
              and a.status in ('starting', 'started', 'unknown') order by a.id desc limit 1) end,
          'createdAt', p.created_at, 'paidAt', p.paid_at) order by p.id)
        from payment p where p.brand_id = o.brand_id and p.order_id = o.id) as payments,
      (select json_agg(json_build_object('id', r.id, 'paymentId', r.payment_id, 'amount', r.amount, 'status', r.status,
          'createdAt', r.created_at, 'settledAt', r.settled_at) order by r.id)
        from payment p join refund r on r.brand_id = p.brand_id and r.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id) as refunds,
      (select json_agg(json_build_object('id', t.id, 'stationId', t.station_id, 'station', n.name, 'status', t.status,
          'estimatedMinutes', t.estimated_minutes, 'queuedAt', t.queued_at, 'startedAt', t.started_at, 'readyAt', t.ready_at) order by t.id)
        from ticket t left join station n on n.brand_id = t.brand_id and n.id = t.station_id
        where t.brand_id = o.brand_id and t.order_id = o.id) as tickets,
      (select json_build_object('id', d.id, 'status', d.status, 'driverId', d.driver_id, 'address', d.address, 'createdAt', d.created_at)
        from delivery d where d.brand_id = o.brand_id and d.order_id = o.id) as delivery
    from picked k
    join orders o on o.brand_id = k.brand_id and o.id = k.id
    join store s on s.brand_id = o.brand_id and s.id = o.store_id
    join brand b on b.id = o.brand_id
    order by o.id desc`.execute(db)
  return rows.filter((row) => mayRead(ctx.actor, row)).map((row) => asView(row, ctx))
}

function asView(row: Row, { actor, now }: Pick<Ctx, 'actor' | 'now'>): OrderView {
  const {
    accountId: _,
    visitor: __,
    orderDateCode,
    sequence,
    lines,
    payments,
    refunds,
    tickets,
    delivery,
    ...order
  } = row
  const isMine = isOwner(actor, row)
  const stations = (tickets ?? []).map((it) =>
    dated<TicketView>(it, { queuedAt: true, startedAt: true, readyAt: true }),
  )
  const dishes = (lines ?? []).map((line) => ({ ...line, isDone: line.isDone ?? isServed(order.fulfilment) }))
  const portions = (counted: readonly OrderLineView[]) => counted.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    ...order,
    number: callNumber(sequence),
    fullNumber: fullNumber(orderDateCode, sequence),
    status: statusWord(order.fulfilment, order.paymentState),
    lines: dishes,
    itemCount: portions(dishes),
    doneCount: portions(dishes.filter((line) => line.isDone)),
    payments: (payments ?? []).map((it) => dated<PaymentView>(it, { createdAt: true, paidAt: true })),
    refunds: (refunds ?? []).map((it) => dated<RefundView>(it, { createdAt: true, settledAt: true })),
    tickets: stations,
    delivery: delivery && dated<Delivery>(delivery, { createdAt: true }),
    estimatedAt: estimatedAt(stations, now),
    mayCancel: mayCancel(actor, row, isMine),
    isMine,
  }
}

const minuteMs = 60_000

/** When the slowest ticket the kitchen has is ready by its estimate, never in the past. */
function estimatedAt(tickets: readonly TicketView[], now: Date): Date | null {
  const open = tickets.filter(({ status }) => status === 'queued' || status === 'preparing')
  if (open.length === 0) return null
  return new Date(Math.max(now.getTime(), ...open.map((it) => it.queuedAt.getTime() + it.estimatedMinutes * minuteMs)))
}

/** A guest may until the kitchen starts, who works there until the order is over (R13). */
const mayCancel = (actor: Actor, order: Row, isMine: boolean): boolean =>
  !isOver(order.fulfilment) && (worksAt(actor, order) || (isMine && !kitchenStarted(order.fulfilment)))
