import type { Db } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import type { OrderType, PaymentState, StatusWord } from './lifecycle'
import type { QueueOrder } from './queue'

export type OfficeFilter = {
  /** Business day 'YYYY-MM-DD'; the current one when absent. */
  day?: string
  status?: StatusWord
  orderType?: OrderType
  payment?: PaymentState
  /** Number, phone, name or dish. */
  search?: string
  limit?: number
  cursor?: string | null
}

export type OfficeOrder = QueueOrder & { fullNumber: string | null; endReason: string | null; refunded: number }

export type OfficeOrders = {
  day: string
  items: OfficeOrder[]
  nextCursor: string | null
  /** The whole day, whatever the filter: orders that count, money kept, how many were cancelled. */
  totals: { count: number; revenue: number; average: number; cancelled: number }
}

/** A store's orders of one business day, latest first. One round trip. */
export async function officeOrders(_db: Db, _ctx: Ctx, _filter: OfficeFilter = {}): Promise<OfficeOrders> {
  throw new Error('in the next slice')
}
