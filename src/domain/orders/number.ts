import { type RawBuilder, sql } from 'kysely'
import { businessDay, orderDateCode } from '../brands/business-day'
import type { Ctx } from '../shared/ctx'
import type { WorkOrder } from './unit-of-work/work-order'
import type { Write } from './unit-of-work/writes'

type Numbered = Pick<WorkOrder, 'brandId' | 'storeId' | 'store'>

/** The business day an order belongs to when it becomes final now (R2). */
export const businessDayOf = (order: Numbered, ctx: Ctx): string =>
  businessDay(ctx.now, order.store.timeZone, order.store.cutoffMinute)

/**
 * `counter`: the next number of this store and business day. It locks the one row that every new order of the store wants, so the
 * statement that holds it comes as late as possible (R5).
 */
export const counter = (order: Numbered, ctx: Ctx): Write => ({
  name: 'counter',
  sql: sql`
    insert into order_counter as c (brand_id, store_id, business_day, last_sequence)
    values (${order.brandId}, ${order.storeId}, ${businessDayOf(order, ctx)}, 1)
    on conflict (brand_id, store_id, business_day) do update set last_sequence = c.last_sequence + 1
    returning last_sequence`,
})

/** What an order row is set to when it becomes final; needs `from counter`. */
export const numberSet = (order: Numbered, ctx: Ctx): RawBuilder<unknown> => {
  const day = businessDayOf(order, ctx)
  return sql`is_finalized = true, business_day = ${day}, order_date_code = ${orderDateCode(day)}, sequence = counter.last_sequence`
}
