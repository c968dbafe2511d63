import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { callNumber } from '../shared/call-number'
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

const endedHours = 12
const endedShown = 100

type Row = Omit<DeliveryRow, 'number'> & { sequence: number | null }

const columns = sql`d.id, d.order_id, o.sequence, d.status, d.address, d.driver_id, d.fee, o.contact_name, o.contact_phone, o.note,
  o.fulfilment, o.payment_state, o.total, o.currency, o.promised_at, d.created_at, d.assigned_at, d.picked_up_at, d.delivered_at,
  d.cancelled_at, (select coalesce(json_agg(json_build_object('name', l.name, 'quantity', l.quantity) order by l.position), '[]')
    from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines`
const join = sql`join orders o on o.brand_id = d.brand_id and o.id = d.order_id`

const asRow = ({ sequence, ...row }: Row): DeliveryRow => ({ ...row, number: callNumber(sequence) })

/** A store's deliveries: the open ones oldest first, then those ended in the last twelve hours, newest first. One round trip. */
export async function deliveriesList(db: Db, ctx: Ctx): Promise<{ open: DeliveryRow[]; ended: DeliveryRow[] }> {
  const since = new Date(ctx.now.getTime() - endedHours * 60 * 60_000)
  const here = sql`d.brand_id = ${ctx.brandId} and d.store_id = ${ctx.storeId}`
  const { rows } = await sql<Row>`
    (select ${columns} from delivery d ${join}
      where ${here} and d.status in ('pending', 'assigned', 'picked_up') order by d.created_at, d.id)
    union all
    (select ${columns} from delivery d ${join}
      where ${here} and d.status in ('delivered', 'cancelled') and coalesce(d.delivered_at, d.cancelled_at) > ${since}
      order by coalesce(d.delivered_at, d.cancelled_at) desc, d.id limit ${sql.lit(endedShown)})`.execute(db)
  const deliveries = rows.map(asRow)
  const isEnded = ({ status }: DeliveryRow) => status === 'delivered' || status === 'cancelled'
  return { open: deliveries.filter((row) => !isEnded(row)), ended: deliveries.filter(isEnded) }
}

/** The delivery of one order; null when it has none here. */
export async function deliveryOfOrder(db: Db, ctx: Ctx, orderId: string): Promise<DeliveryRow | null> {
  const { rows } = await sql<Row>`
    select ${columns} from delivery d ${join}
    where d.brand_id = ${ctx.brandId} and d.store_id = ${ctx.storeId} and d.order_id = ${orderId}`.execute(db)
  return rows[0] ? asRow(rows[0]) : null
}
