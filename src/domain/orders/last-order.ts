import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import { pickOwn } from './own-orders'

export type LastLine = {
  dishId: string
  name: Texts
  options: { id: string; name: Texts }[]
  quantity: number
  /** Minor units a portion cost then, options included. */
  unitPrice: number
}
export type LastOrder = { orderId: string; lines: LastLine[] }

/** The actor's newest order at the context's store that did not come to nothing, as it was; null when there is none. One round trip. */
export async function lastOrder(db: Db, ctx: Ctx): Promise<LastOrder | null> {
  if (ctx.actor.kind === 'system') return null
  const here = sql<boolean>`o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId}
    and o.fulfilment not in ('draft', 'expired', 'cancelled', 'rejected')`
  const { rows } = await sql<LastOrder>`
    select k.id as order_id, json_agg(json_build_object('dishId', l.dish_id, 'name', l.name, 'options', l.options,
      'quantity', l.quantity, 'unitPrice', l.unit_price) order by l.position) as lines
    from (${pickOwn(ctx.actor, here, 1)}) k
      join order_line l on l.brand_id = k.brand_id and l.order_id = k.id and not l.is_void
    group by k.id`.execute(db)
  return rows[0] ?? null
}
