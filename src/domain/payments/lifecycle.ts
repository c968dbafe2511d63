import type { Lifecycle } from '../shared/lifecycle'

export type PaymentStatus = 'pending' | 'paid' | 'failed' | 'partially_refunded' | 'refunded'
export type PaymentEvent = 'pay' | 'fail' | 'refundPart' | 'refund'

/** A payment row. Money that arrives after a failure has still arrived: failed -> paid, then it is sent back (R9). */
export const paymentRowLife: Lifecycle<PaymentStatus, PaymentEvent> = {
  pending: { pay: 'paid', fail: 'failed' },
  failed: { pay: 'paid' },
  paid: { refundPart: 'partially_refunded', refund: 'refunded' },
  partially_refunded: { refundPart: 'partially_refunded', refund: 'refunded' },
  refunded: {},
}

export type AttemptStatus = 'starting' | 'started' | 'approved' | 'declined' | 'cancelled' | 'expired' | 'unknown'
export type AttemptEvent = 'start' | 'approve' | 'decline' | 'cancel' | 'expire' | 'lose'

/** One conversation with a gateway. A lost answer is unknown, never declined; only an approval is final (R21). */
export const attemptLife: Lifecycle<AttemptStatus, AttemptEvent> = {
  starting: {
    start: 'started',
    approve: 'approved',
    decline: 'declined',
    cancel: 'cancelled',
    expire: 'expired',
    lose: 'unknown',
  },
  started: { approve: 'approved', decline: 'declined', cancel: 'cancelled', expire: 'expired', lose: 'unknown' },
  unknown: { start: 'started', approve: 'approved', decline: 'declined', cancel: 'cancelled', expire: 'expired' },
  declined: { approve: 'approved' },
  cancelled: { approve: 'approved' },
  expired: { approve: 'approved' },
  approved: {},
}

export const isOpen = (status: AttemptStatus): boolean =>
  status === 'starting' || status === 'started' || status === 'unknown'
