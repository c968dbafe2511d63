import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
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
  stations: { id: string; name: string }[]
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

/** The kitchen board of a store, or of one station. One round trip. */
export async function board(_db: Db, _ctx: Ctx, _filter: { stationId?: string } = {}): Promise<Board> {
  throw new Error('in the next slice')
}

export type KitchenOrder = {
  kitchenOrderId: string
  orderId: string
  status: 'queued' | 'preparing' | 'ready' | 'cancelled'
  estimatedMinutes: number
  createdAt: Date
  items: { orderLineId: string; dishId: string; name: Texts; quantity: number; isDone: boolean }[]
}

/** All tickets of one order as one kitchen order, the slowest ticket speaking for all (REST); null when nothing is cooked for it. */
export async function kitchenOrder(_db: Db, _ctx: Ctx, _orderId: string): Promise<KitchenOrder | null> {
  throw new Error('in the next slice')
}
