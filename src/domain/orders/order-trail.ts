import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { DeliveryStatus } from '../deliveries/lifecycle'
import type { AttemptStatus, PaymentStatus } from '../payments/lifecycle'
import { fullNumber } from '../shared/call-number'
import type { Ctx, Texts } from '../shared/ctx'
import { dated, type Stored } from '../shared/stored'
import type { TicketStatus } from '../tickets/lifecycle'
import type { Fulfilment, PaymentState } from './lifecycle'
import type { HistoryEntry } from './queries'
import { stuckCount } from './saga/stuck'

export type StockMove = {
  name: Texts
  before: number
  after: number
  change: number
  type: 'count' | 'restock' | 'adjust' | 'hold' | 'sale' | 'release' | 'return' | 'waste' | 'refresh'
  reason: string
  actor: string
  at: Date
}

export type PaymentEntry = {
  method: 'cash' | 'card_terminal' | 'online'
  gateway: string | null
  amount: number
  status: PaymentStatus
  paidAt: Date | null
}

export type AttemptEntry = {
  gateway: string
  status: AttemptStatus
  externalRef: string | null
  error: string | null
  createdAt: Date
  settledAt: Date | null
}

export type RefundEntry = {
  amount: number
  /** Who sends the money: the gateway, or a person at the counter. */
  by: 'gateway' | 'counter'
  status: 'pending' | 'done' | 'failed'
  externalRef: string | null
  error: string | null
  attempts: number
  nextAt: Date | null
  note: string
  createdAt: Date
  settledAt: Date | null
}

export type TicketEntry = {
  station: string | null
  status: TicketStatus
  estimatedMinutes: number
  queuedAt: Date
  startedAt: Date | null
}

/** What happened to an order, as the office reads it: every row oldest first. Money in minor units. */
export type OrderTrail = {
  fulfilment: Fulfilment
  paymentState: PaymentState
  fullNumber: string | null
  heldUntil: Date | null
  startedAt: Date | null
  history: HistoryEntry[]
  stock: StockMove[]
  payments: PaymentEntry[]
  attempts: AttemptEntry[]
  refunds: RefundEntry[]
  tickets: TicketEntry[]
  delivery: { status: DeliveryStatus; driverId: string | null } | null
  /** Sagas of the store that want a look. */
  stuckCount: number
}

type Lists = Pick<OrderTrail, 'history' | 'stock' | 'payments' | 'attempts' | 'refunds' | 'tickets'>
type Row = Omit<OrderTrail, keyof Lists | 'fullNumber'> & { [K in keyof Lists]: Stored<Lists[K][number]>[] | null } & {
  orderDateCode: string | null
  sequence: number | null
}

/** Everything on record about one order of the context's store; null when the store has no such order. One round trip. */
export async function orderTrail(db: Db, ctx: Ctx, orderId: string): Promise<OrderTrail | null> {
  const { rows } = await sql<Row>`
    select o.fulfilment, o.payment_state, o.order_date_code, o.sequence, o.held_until, o.started_at, ${stuckCount(ctx)} as stuck_count,
      (select jsonb_agg(jsonb_build_object('clock', h.clock, 'from', h.from_state, 'to', h.to_state, 'status', h.status,
          'actor', h.actor, 'reason', h.reason, 'at', h.at) order by h.id)
        from order_status_history h where h.brand_id = o.brand_id and h.order_id = o.id) as history,
      (select jsonb_agg(jsonb_build_object('before', k.stock_before, 'after', k.stock_after, 'change', k.change, 'type', k.type,
          'reason', k.reason, 'actor', k.actor, 'at', k.at, 'name',
          jsonb_build_object(b.default_lang, coalesce(d.name, n.name)) || coalesce((select jsonb_object_agg(t.lang, t.text)
            from translation t where t.brand_id = i.brand_id and t.subject_id = i.subject_id and t.field = 'name'), '{}')) order by k.id)
        from stock_log k
        join inventory i on i.brand_id = k.brand_id and i.id = k.inventory_id
        left join dish d on d.brand_id = i.brand_id and d.id = i.dish_id
        left join option n on n.brand_id = i.brand_id and n.id = i.option_id
        where k.brand_id = o.brand_id and k.order_id = o.id) as stock,
      (select jsonb_agg(jsonb_build_object('method', p.method, 'gateway', p.gateway, 'amount', p.amount, 'status', p.status,
          'paidAt', p.paid_at) order by p.id)
        from payment p where p.brand_id = o.brand_id and p.order_id = o.id) as payments,
      (select jsonb_agg(jsonb_build_object('gateway', a.gateway, 'status', a.status, 'externalRef', a.external_ref, 'error', a.error,
          'createdAt', a.created_at, 'settledAt', a.settled_at) order by a.id)
        from payment p join payment_attempt a on a.brand_id = p.brand_id and a.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id) as attempts,
      (select jsonb_agg(jsonb_build_object('amount', r.amount, 'by', r.by, 'status', r.status, 'externalRef', r.external_ref,
          'error', r.error, 'attempts', r.attempts, 'nextAt', r.next_at, 'note', r.note, 'createdAt', r.created_at,
          'settledAt', r.settled_at) order by r.id)
        from payment p join refund r on r.brand_id = p.brand_id and r.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id) as refunds,
      (select jsonb_agg(jsonb_build_object('station', s.name, 'status', k.status, 'estimatedMinutes', k.estimated_minutes,
          'queuedAt', k.queued_at, 'startedAt', k.started_at) order by k.id)
        from ticket k left join station s on s.brand_id = k.brand_id and s.id = k.station_id
        where k.brand_id = o.brand_id and k.order_id = o.id) as tickets,
      (select jsonb_build_object('status', d.status, 'driverId', d.driver_id) from delivery d
        where d.brand_id = o.brand_id and d.order_id = o.id) as delivery
    from orders o join brand b on b.id = o.brand_id
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { orderDateCode, sequence, ...rest } = row
  return {
    ...rest,
    fullNumber: fullNumber(orderDateCode, sequence),
    history: (row.history ?? []).map((it) => dated<HistoryEntry>(it, { at: true })),
    stock: (row.stock ?? []).map((it) => dated<StockMove>(it, { at: true })),
    payments: (row.payments ?? []).map((it) => dated<PaymentEntry>(it, { paidAt: true })),
    attempts: (row.attempts ?? []).map((it) => dated<AttemptEntry>(it, { createdAt: true, settledAt: true })),
    refunds: (row.refunds ?? []).map((it) =>
      dated<RefundEntry>(it, { createdAt: true, settledAt: true, nextAt: true }),
    ),
    tickets: (row.tickets ?? []).map((it) => dated<TicketEntry>(it, { queuedAt: true, startedAt: true })),
  }
}
