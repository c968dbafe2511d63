import { isEnd, type Lifecycle } from '../shared/lifecycle'

export type OrderType = 'dine_in' | 'takeout' | 'delivery'
export type PayWay = 'cash' | 'online'
export type Channel = 'web' | 'counter' | 'api'

export type Fulfilment =
  | 'draft'
  | 'placed'
  | 'accepted'
  | 'preparing'
  | 'ready'
  | 'out_for_delivery'
  | 'completed'
  | 'cancelled'
  | 'expired'
  | 'rejected'

export type FulfilmentEvent =
  | 'place'
  | 'accept'
  | 'reject'
  | 'start'
  | 'finish'
  | 'recall'
  | 'dispatch'
  | 'comeBack'
  | 'handOver'
  | 'cancel'
  | 'expire'

/** The first clock: what happens to the food. */
export const fulfilmentLife: Lifecycle<Fulfilment, FulfilmentEvent> = {
  draft: { place: 'placed', cancel: 'cancelled', expire: 'expired' },
  placed: { accept: 'accepted', reject: 'rejected', cancel: 'cancelled' },
  accepted: { start: 'preparing', finish: 'ready', cancel: 'cancelled' },
  preparing: { finish: 'ready', cancel: 'cancelled' },
  ready: { recall: 'preparing', dispatch: 'out_for_delivery', handOver: 'completed', cancel: 'cancelled' },
  out_for_delivery: { comeBack: 'ready', handOver: 'completed', cancel: 'cancelled' },
  completed: {},
  cancelled: {},
  expired: {},
  rejected: {},
}

export type PaymentState = 'unpaid' | 'pending' | 'paid' | 'partially_refunded' | 'refunded' | 'failed'
export type PaymentEvent = 'pay' | 'fail' | 'refundPart' | 'refund'

/**
 * The second clock: what happens to the money. `failed` may still become paid, because money that arrives late has arrived
 * (and is sent back, R9); nothing paid ever becomes failed (R21).
 */
export const paymentLife: Lifecycle<PaymentState, PaymentEvent> = {
  unpaid: { pay: 'paid', fail: 'failed' },
  pending: { pay: 'paid', fail: 'failed' },
  failed: { pay: 'paid' },
  paid: { refundPart: 'partially_refunded', refund: 'refunded' },
  partially_refunded: { refundPart: 'partially_refunded', refund: 'refunded' },
  refunded: {},
}

/** The one word people see (R7). */
export type StatusWord =
  | 'unpaid'
  | 'pending_payment'
  | 'paid'
  | 'preparing'
  | 'ready'
  | 'delivering'
  | 'completed'
  | 'cancelled'

/** Derives the one status word from both clocks (R7). */
export function statusWord(fulfilment: Fulfilment, payment: PaymentState): StatusWord {
  switch (fulfilment) {
    case 'draft':
      return 'pending_payment'
    case 'placed':
    case 'accepted':
      return payment === 'unpaid' || payment === 'failed'
        ? 'unpaid'
        : payment === 'pending'
          ? 'pending_payment'
          : 'paid'
    case 'preparing':
      return 'preparing'
    case 'ready':
      return 'ready'
    case 'out_for_delivery':
      return 'delivering'
    case 'completed':
      return 'completed'
    case 'cancelled':
    case 'expired':
    case 'rejected':
      return 'cancelled'
  }
}

export const isOver = (fulfilment: Fulfilment): boolean => isEnd(fulfilmentLife, fulfilment)

/** Whether the kitchen has begun: before it stock comes back and a guest may cancel; after it food is waste (R13, R17). */
export const kitchenStarted = (fulfilment: Fulfilment): boolean =>
  fulfilment === 'preparing' ||
  fulfilment === 'ready' ||
  fulfilment === 'out_for_delivery' ||
  fulfilment === 'completed'

/** Whether the food stands on the pass or has left it: then what no station cooks (a bottle) is there as well. */
export const isServed = (fulfilment: Fulfilment): boolean => fulfilment !== 'preparing' && kitchenStarted(fulfilment)

/** Whether money has come in and not all of it has gone back. */
export const isPaid = (payment: PaymentState): boolean => payment === 'paid' || payment === 'partially_refunded'
