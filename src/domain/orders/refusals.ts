import type { IllegalMove } from '../shared/lifecycle'
import type { Fulfilment, FulfilmentEvent, PaymentEvent, PaymentState } from './lifecycle'

export type IllegalFulfilment = IllegalMove<Fulfilment, FulfilmentEvent>
export type IllegalPayment = IllegalMove<PaymentState, PaymentEvent>

/** What any command about one order may answer. `not_found` also means not yours. */
export type OrderRefusal = { reason: 'not_found' } | IllegalFulfilment

export type CancelRefusal =
  | OrderRefusal
  /** The guest is too late: the kitchen has begun; the counter can still help (R13). */
  | { reason: 'kitchen_started' }
  | { reason: 'cause_missing' }
