import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { AttemptStatus } from '../payments/lifecycle'
import type { Ctx, Texts } from '../shared/ctx'
import type { HistoryEntry } from './queries'

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

/** What happened to an order, as the office reads it: every row oldest first. */
export type OrderTrail = { history: HistoryEntry[]; stock: StockMove[]; attempts: AttemptEntry[]; refunds: RefundEntry[] }

type Stored<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }
type Row = { [K in keyof OrderTrail]: Stored<OrderTrail[K][number]>[] | null }

const date = (text: string) => new Date(text)
const dateOrNull = (text: string | null) => (text === null ? null : new Date(text))

/** Everything on record about one order of the context's store; null when the store has no such order. One round trip. */
export async function orderTrail(db: Db, ctx: Ctx, orderId: string): Promise<OrderTrail | null> {
  const { rows } = await sql<Row>`
    select
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
      (select jsonb_agg(jsonb_build_object('gateway', a.gateway, 'status', a.status, 'externalRef', a.external_ref, 'error', a.error,
          'createdAt', a.created_at, 'settledAt', a.settled_at) order by a.id)
        from payment p join payment_attempt a on a.brand_id = p.brand_id and a.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id) as attempts,
      (select jsonb_agg(jsonb_build_object('amount', r.amount, 'by', r.by, 'status', r.status, 'externalRef', r.external_ref,
          'error', r.error, 'attempts', r.attempts, 'nextAt', r.next_at, 'note', r.note, 'createdAt', r.created_at,
          'settledAt', r.settled_at) order by r.id)
        from payment p join refund r on r.brand_id = p.brand_id and r.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id) as refunds
    from orders o join brand b on b.id = o.brand_id
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  return {
    history: (row.history ?? []).map((entry) => ({ ...entry, at: date(entry.at) })),
    stock: (row.stock ?? []).map((move) => ({ ...move, at: date(move.at) })),
    attempts: (row.attempts ?? []).map((it) => ({ ...it, createdAt: date(it.createdAt), settledAt: dateOrNull(it.settledAt) })),
    refunds: (row.refunds ?? []).map((it) => ({
      ...it,
      createdAt: date(it.createdAt),
      settledAt: dateOrNull(it.settledAt),
      nextAt: dateOrNull(it.nextAt),
    })),
  }
}
