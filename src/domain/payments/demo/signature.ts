import { createHmac, timingSafeEqual } from 'node:crypto'

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('hex')

/** What this installation shows the demo bank to prove that it is the merchant. */
export const merchantKey = (secret: string): string => hmac(secret, 'demo-gateway merchant')

/** The key the bank signs its reports about one charge with: given to it when the charge is opened, and never sent back. */
export const callbackKey = (secret: string, merchantRef: string): string => hmac(secret, `demo-gateway ${merchantRef}`)

export const signatureHeader = 'X-Demo-Signature'

/** Signs the bytes that are sent. */
export const sign = (key: string, body: string): string => hmac(key, body)

/** Compares in a time that tells nothing about where two texts differ. */
export function isSame(one: string, other: string | null | undefined): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other ?? '')]
  return a.length === b.length && timingSafeEqual(a, b)
}
