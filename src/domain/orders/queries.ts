import type { Db } from '../../db/connect'
import type { Actor, Ctx, Texts } from '../shared/ctx'
import type { Fulfilment, OrderType, StatusWord } from './lifecycle'

export type OrderPlace = { orderId: string; brandId: string; storeId: string }

/** Where an order (or the order of this payment) belongs; says nothing about who may see it. */
export async function orderPlace(_db: Db, _orderOrPaymentId: string): Promise<OrderPlace | null> {
  throw new Error('in the next slice')
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

export type Page = { limit?: number; cursor?: string | null }

/** The actor's own orders, newest first, in all brands. `nextCursor` is null on the last page. */
export async function myOrders(
  _db: Db,
  _actor: Actor,
  _page: Page & { status?: StatusWord } = {},
): Promise<{ items: OrderCard[]; nextCursor: string | null }> {
  throw new Error('in the next slice')
}

export type HistoryEntry = {
  clock: 'fulfilment' | 'payment'
  from: string | null
  to: string
  status: StatusWord
  actor: string
  reason: string | null
  at: Date
}

/** Every move of both clocks, oldest first. */
export async function orderHistory(_db: Db, _ctx: Ctx, _orderId: string): Promise<HistoryEntry[]> {
  throw new Error('in the next slice')
}
