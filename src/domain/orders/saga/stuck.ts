import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'

const minuteMs = 60_000

/** Under way, or over in trouble: the sagas `g` that the index saga_open holds. */
export const isInSight = sql<boolean>`(g.status in ('pending_start', 'executing', 'compensating')
  or (g.status = 'completed' and g.error is not null))`

/**
 * Whether somebody should look at saga `g` of order `o`: it is putting things back, it met trouble, it has not moved for a minute
 * though it waits for nobody, or its hold has run out and nothing let it go.
 */
export const isStuck = (now: Date): RawBuilder<boolean> => {
  const minuteAgo = new Date(now.getTime() - minuteMs)
  return sql`(g.status = 'compensating'
    or (g.status in ('executing', 'completed') and g.error is not null)
    or (g.status in ('pending_start', 'executing') and ((g.updated_at < ${minuteAgo} and not exists (select from saga_step w
        where w.brand_id = g.brand_id and w.saga_id = g.id and w.status = 'waiting'))
      or exists (select from saga_step w
        where w.brand_id = g.brand_id and w.saga_id = g.id and w.status = 'running' and w.error is not null)))
    or (o.fulfilment = 'draft' and o.held_until < ${minuteAgo}))`
}

/** How many sagas of the context's store want a look, as a column for a page that shows it beside something else. */
export const stuckCount = (ctx: Ctx): RawBuilder<number> => sql`
  (select count(*)::int from saga g join orders o on o.brand_id = g.brand_id and o.id = g.order_id
    where g.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and ${isInSight} and ${isStuck(ctx.now)})`

/** How many sagas of the context's store want a look. One round trip. */
export async function stuckSagas(db: Db, ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${stuckCount(ctx)} as count`.execute(db)
  return rows[0]!.count
}
