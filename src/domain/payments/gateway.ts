import type { Lang } from '../shared/ctx'

/** What is sent to begin a payment. `attemptId` is ours and unique: the merchant's order number, and the idempotency key. */
export type StartInput = {
  attemptId: string
  /** Minor units of `currency`. */
  amount: number
  currency: string
  /** One line the payer recognises: shop and number. */
  title: string
  lang: Lang
  /** Where the payer comes back to; gateways add their own parameters. */
  returnUrl: string
  cancelUrl: string
  /** Where the gateway reports by itself. */
  callbackUrl: string
  /** What the payer's own device produced for this payment (TapPay's prime); absent for gateways that only redirect. */
  token?: string
}

export type Started = { externalRef: string; paymentUrl: string | null }

/** The money a gateway says it holds; checked against ours before anything is believed. */
export type Charge = { amount: number; currency: string; attemptId: string | null }

/**
 * How a payment stands at the gateway. `authorized` waits for our confirm; `pending` is still with the payer;
 * `unknown` is an answer that was lost, and is never read as a failure (R21).
 */
export type Standing =
  | ({ status: 'approved' } & Charge)
  | { status: 'authorized' }
  | { status: 'pending' }
  | { status: 'declined' | 'cancelled' | 'expired'; error: string | null }
  | { status: 'unknown'; error: string }

/** What a return URL or a callback carries: which payment it is about, and, only if it is signed, how that stands. */
export type Callback = { externalRef: string; standing: Standing | null }

export type Refunded =
  | { status: 'done'; externalRef: string | null }
  | { status: 'refused'; error: string }
  | { status: 'unknown'; error: string }

/**
 * A payment provider. Adapters know the wire and nothing of orders. They never throw for what a network does:
 * a refusal and a lost answer are answers. Callers store the attempt before they send.
 */
export interface Gateway {
  readonly name: string
  start(
    input: StartInput,
  ): Promise<({ status: 'started' } & Started) | { status: 'refused' | 'unknown'; error: string }>
  /** Takes the money of an `authorized` payment. Idempotent: confirmed before is approved. */
  confirm(externalRef: string, expected: { amount: number; currency: string }): Promise<Standing>
  /** `externalRef` is null when the answer to `start` was lost: then our own number is all there is to ask by. */
  query(ref: { externalRef: string | null; attemptId: string }): Promise<Standing>
  /** Sends money back; the same key never sends twice. */
  refund(externalRef: string, amount: number, idempotencyKey: string): Promise<Refunded>
  /** Reads a callback or a return URL. null when it is not ours or its signature is wrong. */
  parseCallback(request: Request): Promise<Callback | null>
}

/** The providers of this installation by name, and the one `online` uses. */
export type Gateways = { readonly byName: Readonly<Record<string, Gateway>>; readonly online: string }

export function gatewayNamed(gateways: Gateways, name: string): Gateway {
  const gateway = gateways.byName[name]
  if (!gateway) throw new Error(`no gateway named ${name}`)
  return gateway
}
