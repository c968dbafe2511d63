import type { RawBuilder } from 'kysely'
import type { DeliveryStatus } from '../../deliveries/lifecycle'
import type { Wants } from '../../inventory/reserve'
import type { PaymentStatus } from '../../payments/lifecycle'
import type { Lang, Texts } from '../../shared/ctx'
import type { Backlog } from '../../tickets/estimate'
import type { TicketStatus } from '../../tickets/lifecycle'
import type { Channel, Fulfilment, OrderType, PaymentState, PayWay } from '../lifecycle'
import type { SagaStatus, StepStatus } from '../saga/lifecycle'
import type { Write } from './writes'

/** An order as commands work on it: the locked row with all that hangs on it, kept true in memory as they write. */
export type WorkOrder = {
  brandId: string
  id: string
  storeId: string
  accountId: string | null
  visitor: string | null
  channel: Channel
  orderType: OrderType
  payWay: PayWay
  fulfilment: Fulfilment
  paymentState: PaymentState
  isFinalized: boolean
  businessDay: string
  sequence: number | null
  lang: Lang
  currency: string
  total: number
  deliveryFee: number
  address: string
  kitchenStart: 'payment' | 'acceptance'
  promisedAt: Date
  heldUntil: Date | null
  acknowledgedAt: Date | null
  createdAt: Date
  startedAt: Date | null
  store: WorkStore
  lines: WorkLine[]
  payments: WorkPayment[]
  tickets: WorkTicket[]
  delivery: { id: string; status: DeliveryStatus } | null
  saga: WorkSaga
  /** Statements that wait to be sent, in one (`work/writes.ts`), and functions to be called with them. */
  writes: Write[]
  calls: RawBuilder<unknown>[]
  /** Only while the order is being placed: what its lines draw on, and whether it is the first under its key. */
  placing: { wants: Wants; isFirst: RawBuilder<boolean> } | null
  /** What the kitchen has to do; read with the order while it has nothing of it. */
  backlog: Backlog | null
}

export type WorkStore = {
  autoAccept: boolean
  timeZone: string
  cutoffMinute: number
  prepMinutes: number
  deliveryMinutes: number
}

export type WorkLine = {
  id: string
  dishId: string
  name: Texts
  options: { id: string; name: Texts; price: number }[]
  quantity: number
  unitPrice: number
  note: string
  stationId: string | null
}

export type WorkPayment = {
  id: string
  method: 'cash' | 'card_terminal' | 'online'
  gateway: string | null
  amount: number
  status: PaymentStatus
  refundPromised: number
  refundedAmount: number
  tendered: number | null
  changeGiven: number | null
  confirmedBy: string | null
  confirmKey: string | null
  paidAt: Date | null
  refunds: WorkRefund[]
}

export type WorkRefund = {
  id: string
  by: 'gateway' | 'counter'
  amount: number
  status: 'pending' | 'done' | 'failed'
  attempts: number
}

export type WorkTicket = {
  id: string
  stationId: string | null
  status: TicketStatus
  lines: { id: string; isDone: boolean }[]
}

export type WorkSaga = {
  id: string
  status: SagaStatus
  payload: Record<string, unknown>
  error: string | null
  executedSteps: string[]
  steps: Map<string, WorkStep>
  createdAt: Date
  /** Rows that changed since they were read; written together by `saveSaga`. */
  dirty: Set<WorkStep>
  isDirty: boolean
  /** Not in the database yet. */
  isNew: boolean
}

export type WorkStep = {
  name: string
  position: number
  status: StepStatus
  /** What do returned, which is what undo gets. */
  output: unknown
  attempts: number
  error: string | null
  startedAt: Date
  finishedAt: Date | null
  undoAttempts: number
  undoError: string | null
  undoStartedAt: Date | null
  undoNextAt: Date | null
  undoneAt: Date | null
}
