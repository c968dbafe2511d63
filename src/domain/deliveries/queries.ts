import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import type { DeliveryStatus } from './lifecycle'

export type DeliveryRow = {
  id: string
  orderId: string
  number: string | null
  status: DeliveryStatus
  address: string
  driverId: string | null
  fee: number
  contactName: string
  contactPhone: string
  note: string
  fulfilment: string
  paymentState: string
  total: number
  currency: string
  promisedAt: Date
  createdAt: Date
  assignedAt: Date | null
  pickedUpAt: Date | null
  deliveredAt: Date | null
  cancelledAt: Date | null
  lines: { name: Texts; quantity: number }[]
}

/** A store's deliveries: the open ones oldest first, then those ended in the last twelve hours. One round trip. */
export async function deliveriesList(_db: Db, _ctx: Ctx): Promise<{ open: DeliveryRow[]; ended: DeliveryRow[] }> {
  throw new Error('in the next slice')
}

/** The delivery of one order; null when it has none here. */
export async function deliveryOfOrder(_db: Db, _ctx: Ctx, _orderId: string): Promise<DeliveryRow | null> {
  throw new Error('in the next slice')
}
