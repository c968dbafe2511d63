import { type RawBuilder, sql } from 'kysely'
import { callNumber } from '../shared/call-number'
import { dated, type Stored } from '../shared/stored'
import { isServed, statusWord } from './lifecycle'
import type { QueueOrder } from './queue'

/** An order rings until somebody takes note of it; one that is not final does not. */
export const rings = sql<boolean>`(o.acknowledged_at is null and o.fulfilment <> 'draft')`
/** Open orders `o` of store `s`. */
export const openHere = sql`o.brand_id = s.brand_id and o.store_id = s.id and o.ended_at is null`

type Derived = 'number' | 'status' | 'itemCount' | 'doneCount' | 'lines'
export type OrderRow = Omit<QueueOrder, Derived> & {
  sequence: number | null
  lines: (QueueOrder['lines'][number] & { isDone: boolean | null })[] | null
}
/** All of them as one JSON column. Its first payment is its bill; later ones are surplus on their way back. */
export const openOrders: RawBuilder<unknown> = sql`
  select json_agg(json_build_object('id', o.id, 'sequence', o.sequence, 'orderType', o.order_type, 'channel', o.channel,
    'fulfilment', o.fulfilment, 'paymentState', o.payment_state, 'payWay', p.method, 'paymentId', p.id, 'total', o.total,
    'currency', o.currency, 'contactName', o.contact_name, 'contactPhone', o.contact_phone, 'address', o.address,
    'tableLabel', o.table_label, 'note', o.note, 'createdAt', o.created_at, 'placedAt', o.placed_at, 'readyAt', o.ready_at,
    'promisedAt', o.promised_at, 'heldUntil', o.held_until, 'isNew', ${rings},
    'isTurningBack', coalesce(g.status = 'compensating' or g.error is not null, false), 'lines', (
      select json_agg(json_build_object('name', l.name, 'quantity', l.quantity, 'note', l.note, 'isDone', tl.is_done) order by l.position)
      from order_line l left join ticket_line tl on tl.brand_id = l.brand_id and tl.order_line_id = l.id
      where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void), 'delivery', (
      select json_build_object('status', d.status, 'driverId', d.driver_id) from delivery d
      where o.order_type = 'delivery' and d.brand_id = o.brand_id and d.order_id = o.id)) order by coalesce(o.placed_at, o.created_at), o.id)
  from orders o
  left join saga g on g.brand_id = o.brand_id and g.order_id = o.id
  left join lateral (select p.id, p.method from payment p
    where p.brand_id = o.brand_id and p.order_id = o.id order by p.id limit 1) p on true
  where ${openHere}`

const dates = { createdAt: true, placedAt: true, readyAt: true, promisedAt: true, heldUntil: true } as const

export function asQueueOrder(stored: Stored<OrderRow>): QueueOrder {
  const { sequence, lines, ...order } = dated<OrderRow>(stored, dates)
  const all = lines ?? []
  const portions = (of: typeof all) => of.reduce((sum, { quantity }) => sum + quantity, 0)
  return {
    ...order,
    number: callNumber(sequence),
    status: statusWord(order.fulfilment, order.paymentState),
    lines: all.map(({ name, quantity, note }) => ({ name, quantity, note })),
    itemCount: portions(all),
    doneCount: portions(all.filter((line) => line.isDone ?? isServed(order.fulfilment))),
  }
}
