import { sql } from 'kysely'
import type { Db } from '../../../db/connect'

/** A charge at the demo bank, which is a stranger to the rest of the product: it lives behind HTTP and knows no orders. */
export type DemoCharge = {
  id: string
  merchantRef: string
  /** Minor units of `currency`. */
  amount: number
  currency: string
  title: string
  lang: string
  status: 'pending' | 'approved' | 'declined' | 'cancelled' | 'expired'
  refundedAmount: number
  returnUrl: string
  cancelUrl: string
  callbackUrl: string
  /** Signs what is reported to the merchant. */
  callbackKey: string
  /** It will approve by itself then. */
  approvesAt: Date | null
  /** Until then the bank answers no questions about it. */
  silentUntil: Date | null
  createdAt: Date
  settledAt: Date | null
}

/** A charge by its own id, or by the merchant's reference. */
export async function findCharge(db: Db, wanted: { id: string } | { merchantRef: string }): Promise<DemoCharge | null> {
  const where = 'id' in wanted ? sql`id = ${wanted.id}` : sql`merchant_ref = ${wanted.merchantRef}`
  const { rows } = await sql<DemoCharge>`select * from demo_charge where ${where}`.execute(db)
  return rows[0] ?? null
}

export const isSilent = ({ silentUntil }: DemoCharge, now: Date): boolean => silentUntil !== null && silentUntil > now

/** A charge as the bank tells of it: to whoever asks, and in its reports. */
export const toldOf = ({ id, merchantRef, amount, currency, status, refundedAmount }: DemoCharge) => ({
  id,
  merchantRef,
  amount,
  currency,
  status,
  refundedAmount,
})
