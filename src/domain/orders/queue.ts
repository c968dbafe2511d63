import type { Db } from '../../db/connect'
import type { DeliveryStatus } from '../deliveries/lifecycle'
import type { Ctx, Texts } from '../shared/ctx'
import type { Channel, Fulfilment, OrderType, PaymentState, StatusWord } from './lifecycle'

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
  /** The order of today that was handed over last, for a quiet counter to see. */
  lastHandedOver: { number: string | null; at: Date } | null
  /** The store's pause, set or past. */
  pausedUntil: Date | null
  pauseReason: string | null
}

/** What the bar above every counter page says. */
export type CounterBar = { ringing: string[]; pausedUntil: Date | null; pauseReason: string | null }

/** The orders that still ring, and whether the store takes orders. One round trip. */
export async function counterBar(_db: Db, _ctx: Ctx): Promise<CounterBar> {
  throw new Error('in the next slice')
}

/** The counter's live queue: every open order of the store, oldest first in its lane. One round trip. */
export async function queue(_db: Db, _ctx: Ctx): Promise<Queue> {
  throw new Error('in the next slice')
}
