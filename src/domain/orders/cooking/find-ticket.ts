import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { withTheNext } from '../../../db/prepared'
import { worksAt } from '../../people/may'
import type { Ctx } from '../../shared/ctx'
import type { WorkTicket } from '../unit-of-work/work-order'
import { watchWrites } from '../unit-of-work/writes'
import type { Cooking } from './cook'

type Row = Omit<Cooking, 'store' | 'writes' | 'calls'> & Cooking['store']

/** The order of a ticket at this store, locked, with all its tickets and nothing else; null when it is not here. */
export async function ticketOrder(
  tx: Tx,
  ctx: Ctx,
  ticketId: string,
): Promise<{ order: Cooking; ticket: WorkTicket } | null> {
  if (!worksAt(ctx.actor, ctx)) return null
  await sql`${withTheNext} select o.id from ticket t join orders o on o.brand_id = t.brand_id and o.id = t.order_id
    where t.brand_id = ${ctx.brandId} and t.store_id = ${ctx.storeId} and t.id = ${ticketId} for update of o`.execute(
    tx,
  )
  const { rows } = await readCooking(tx, ctx, ticketId)
  const ticket = rows[0]?.tickets.find((t) => t.id === ticketId)
  if (!rows[0] || !ticket) return null
  const { autoAccept, timeZone, cutoffMinute, prepMinutes, deliveryMinutes, ...row } = rows[0]
  const store = { autoAccept, timeZone, cutoffMinute, prepMinutes, deliveryMinutes }
  const order: Cooking = { ...row, store, writes: [], calls: [] }
  watchWrites(tx, order)
  return { order, ticket }
}

const readCooking = (tx: Tx, { brandId, storeId }: Ctx, ticketId: string) =>
  sql<Row>`
    select o.brand_id, o.id, o.store_id, o.fulfilment, o.payment_state, o.is_finalized, o.business_day, o.sequence, o.promised_at,
      o.started_at, s.auto_accept, s.time_zone, s.cutoff_minute, s.prep_minutes, s.delivery_minutes,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'stationId', t.station_id, 'status', t.status, 'lines',
          (select jsonb_agg(jsonb_build_object('id', l.order_line_id, 'isDone', l.is_done)) from ticket_line l
            where l.brand_id = t.brand_id and l.ticket_id = t.id)))
        from ticket t where t.brand_id = o.brand_id and t.order_id = o.id) as tickets
    from ticket of_it join orders o on o.brand_id = of_it.brand_id and o.id = of_it.order_id
    join store s on s.brand_id = o.brand_id and s.id = o.store_id
    where of_it.brand_id = ${brandId} and of_it.store_id = ${storeId} and of_it.id = ${ticketId}`.execute(tx)
