import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { DeliveryStatus } from '../deliveries/lifecycle'
import type { PaymentStatus } from '../payments/lifecycle'
import type { Ctx, Texts } from '../shared/ctx'
import type { TicketStatus } from '../tickets/lifecycle'
import type { Channel, Fulfilment, OrderType, PaymentState, StatusWord } from './lifecycle'
import { loadOrders } from './load-orders'
import type { SagaStatus } from './saga/lifecycle'

export type OrderLineView = {
  id: string
  dishId: string
  name: Texts
  options: { id: string; name: Texts; price: number }[]
  quantity: number
  unitPrice: number
  lineTotal: number
  note: string
  /** The kitchen has plated it. */
  isDone: boolean
}

export type PaymentView = {
  id: string
  method: 'cash' | 'card_terminal' | 'online'
  gateway: string | null
  amount: number
  status: PaymentStatus
  refundedAmount: number
  tendered: number | null
  changeGiven: number | null
  /** Name of who took it at the counter; null when it was paid online. */
  confirmedBy: string | null
  paymentUrl: string | null
  createdAt: Date
  paidAt: Date | null
}

export type RefundView = {
  id: string
  paymentId: string
  amount: number
  status: 'pending' | 'done' | 'failed'
  createdAt: Date
  settledAt: Date | null
}

export type OrderView = {
  id: string
  brandId: string
  storeId: string
  brand: { slug: string; name: string; seal: string; defaultLang: string }
  store: { slug: string; name: string; phone: string; address: string; timeZone: string }
  /** The call number as people say it, '087'; null before it is given. */
  number: string | null
  /** 'MMDD-087', unique over days (R5). */
  fullNumber: string | null
  orderType: OrderType
  channel: Channel
  /** Counts staff's changes after placing, from 1; a change says which it was made on (R12). */
  revision: number
  fulfilment: Fulfilment
  paymentState: PaymentState
  status: StatusWord
  saga: { id: string; status: SagaStatus } | null
  currency: string
  subtotal: number
  discountTotal: number
  serviceCharge: number
  deliveryFee: number
  total: number
  customerId: string | null
  contactName: string
  contactPhone: string
  address: string
  tableLabel: string
  note: string
  createdAt: Date
  placedAt: Date | null
  acceptedAt: Date | null
  startedAt: Date | null
  readyAt: Date | null
  endedAt: Date | null
  acknowledgedAt: Date | null
  promisedAt: Date
  /** Until when a draft's stock is kept. */
  heldUntil: Date | null
  /** Why it ended: a code such as payment_declined, or the words staff or guest gave. */
  endReason: string | null
  lines: OrderLineView[]
  itemCount: number
  /** Portions already plated. */
  doneCount: number
  payments: PaymentView[]
  refunds: RefundView[]
  tickets: {
    id: string
    stationId: string | null
    station: string | null
    status: TicketStatus
    estimatedMinutes: number
    queuedAt: Date
    startedAt: Date | null
    readyAt: Date | null
  }[]
  delivery: { id: string; status: DeliveryStatus; driverId: string | null; address: string; createdAt: Date } | null
  /** When it will be ready, from the live backlog; null unless the kitchen has it. */
  estimatedAt: Date | null
  /** Whether this reader may cancel now. */
  mayCancel: boolean
  /** The reader placed it; else it is staff looking. */
  isMine: boolean
}

/** One order for whoever may see it: who placed it, or who works there. Anyone else gets null. One round trip. */
export async function orderView(db: Db, ctx: Pick<Ctx, 'actor' | 'now'>, orderId: string): Promise<OrderView | null> {
  const [order] = await loadOrders(db, ctx, sql`select o.brand_id, o.id from orders o where o.id = ${orderId}`)
  return order ?? null
}
