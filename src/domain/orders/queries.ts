import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { callNumber } from '../shared/call-number'
import type { Actor, Ctx, Texts } from '../shared/ctx'
import type { Fulfilment, OrderType, PaymentState, StatusWord } from './lifecycle'
import { statusWord } from './lifecycle'
import { loadOrders } from './load-orders'
import { hasWord } from './office-filter'
import type { OrderView } from './order-view'
import { pickOwn } from './own-orders'

export type OrderPlace = { orderId: string; brandId: string; storeId: string }

/** Where an order (or the order of this payment) belongs; says nothing about who may see it. */
export async function orderPlace(db: Db, orderOrPaymentId: string): Promise<OrderPlace | null> {
  const { rows } = await sql<OrderPlace>`
    select o.id as order_id, o.brand_id, o.store_id from orders o where o.id = ${orderOrPaymentId}
    union all
    select o.id, o.brand_id, o.store_id from payment p join orders o on o.brand_id = p.brand_id and o.id = p.order_id
    where p.id = ${orderOrPaymentId}
    limit 1`.execute(db)
  return rows[0] ?? null
}

export type OrderCard = {
  id: string
  number: string | null
  brand: { slug: string; name: string; seal: string }
  store: { slug: string; name: string; timeZone: string }
  orderType: OrderType
  fulfilment: Fulfilment
  status: StatusWord
  currency: string
  total: number
  itemCount: number
  lines: { dishId: string; name: Texts; quantity: number }[]
  createdAt: Date
  promisedAt: Date
}

/** `cursor` is the `nextCursor` of the page before. */
export type Page = { limit?: number; cursor?: string | null }
export type OrderPage = { items: OrderView[]; nextCursor: string | null }

const limitOf = ({ limit = 50 }: Page) => Math.min(Math.max(1, limit), 200)

const isLive = (status: StatusWord) => status !== 'completed' && status !== 'cancelled'

/** Ids are made in order of time, so they are the order and the cursor. A live status is looked for among what has not ended. */
const narrowed = ({ status, cursor }: Page & { status?: StatusWord }): RawBuilder<boolean> => sql`
  ${status ? hasWord(status) : sql`true`} ${status && isLive(status) ? sql`and o.ended_at is null` : sql``}
  ${cursor ? sql`and o.id < ${cursor}` : sql``}`

const asPage = <T extends { id: string }>(items: T[], limit: number) => ({
  items: items.slice(0, limit),
  nextCursor: items.length > limit ? (items[limit - 1]?.id ?? null) : null,
})

/** A store's orders, newest first, for those who work there (nothing for others). One round trip. */
export async function storeOrders(db: Db, ctx: Ctx, page: Page & { status?: StatusWord } = {}): Promise<OrderPage> {
  const limit = limitOf(page)
  const picked = sql`select o.brand_id, o.id from orders o
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and ${narrowed(page)} order by o.id desc limit ${limit + 1}`
  return asPage(await loadOrders(db, ctx, picked), limit)
}

/** The actor's own orders with all that hangs on them, newest first, in all brands. One round trip. */
export async function ownOrders(
  db: Db,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  page: Page & { status?: StatusWord } = {},
): Promise<OrderPage> {
  if (ctx.actor.kind === 'system') return { items: [], nextCursor: null }
  const limit = limitOf(page)
  return asPage(await loadOrders(db, ctx, pickOwn(ctx.actor, narrowed(page), limit + 1)), limit)
}

type CardRow = Omit<OrderCard, 'number' | 'status' | 'itemCount'> & {
  sequence: number | null
  paymentState: PaymentState
}

/** The actor's own orders, newest first, in all brands. `nextCursor` is null on the last page. One round trip. */
export async function myOrders(
  db: Db,
  actor: Actor,
  page: Page & { status?: StatusWord } = {},
): Promise<{ items: OrderCard[]; nextCursor: string | null }> {
  if (actor.kind === 'system') return { items: [], nextCursor: null }
  const limit = limitOf(page)
  const { rows } = await sql<CardRow>`
    with picked as materialized (${pickOwn(actor, narrowed(page), limit + 1)})
    select o.id, o.sequence, o.order_type, o.fulfilment, o.payment_state, o.currency, o.total, o.created_at, o.promised_at,
      json_build_object('slug', b.slug, 'name', b.name, 'seal', b.seal) as brand,
      json_build_object('slug', s.slug, 'name', s.name, 'timeZone', s.time_zone) as store,
      coalesce((select json_agg(json_build_object('dishId', l.dish_id, 'name', l.name, 'quantity', l.quantity) order by l.position)
        from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void), '[]') as lines
    from picked k
    join orders o on o.brand_id = k.brand_id and o.id = k.id
    join store s on s.brand_id = o.brand_id and s.id = o.store_id
    join brand b on b.id = o.brand_id
    order by o.id desc`.execute(db)
  return asPage(rows.map(asCard), limit)
}

const asCard = ({ sequence, paymentState, ...row }: CardRow): OrderCard => ({
  ...row,
  number: callNumber(sequence),
  status: statusWord(row.fulfilment, paymentState),
  itemCount: row.lines.reduce((sum, { quantity }) => sum + quantity, 0),
})

export type HistoryEntry = {
  clock: 'fulfilment' | 'payment'
  from: string | null
  to: string
  status: StatusWord
  actor: string
  reason: string | null
  at: Date
}

/** Every move of both clocks of an order of the context's store, oldest first. One round trip. */
export async function orderHistory(db: Db, ctx: Ctx, orderId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    select h.clock, h.from_state as "from", h.to_state as "to", h.status, h.actor, h.reason, h.at
    from orders o join order_status_history h on h.brand_id = o.brand_id and h.order_id = o.id
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.id = ${orderId}
    order by h.id`.execute(db)
  return rows
}
