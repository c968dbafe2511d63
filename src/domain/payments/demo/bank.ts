import type { Tx } from '../../../db/connect'
import type { Result } from '../../shared/result'

/** A charge at the demo bank, which is a stranger to the rest of the product: it lives behind HTTP and knows no orders. */
export type DemoCharge = {
  id: string
  merchantRef: string
  amount: number
  currency: string
  title: string
  lang: string
  status: 'pending' | 'approved' | 'declined' | 'cancelled' | 'expired'
  refundedAmount: number
  returnUrl: string
  cancelUrl: string
  callbackUrl: string
  /** Until then the bank answers no questions about it. */
  silentUntil: Date | null
  createdAt: Date
  settledAt: Date | null
}

/** What the payer may press on the bank's page. */
export type DemoChoice = 'approve' | 'decline' | 'cancel' | 'time_out' | 'approve_late' | 'call_back_twice'
export type DemoRefusal = { reason: 'not_found' } | { reason: 'already_settled'; status: DemoCharge['status'] }

/**
 * The payer's choice. Answers where the bank sends the payer next (null: nowhere, the page just says so). Callbacks leave through the
 * outbox: `time_out` takes the money but says nothing for a minute, `approve_late` approves after `lateSeconds`, `call_back_twice` reports twice.
 */
export async function chooseAtBank(
  _tx: Tx,
  _now: Date,
  _input: { chargeId: string; choice: DemoChoice; lateSeconds?: number },
): Promise<Result<{ redirectUrl: string | null }, DemoRefusal>> {
  throw new Error('in the next slice')
}
