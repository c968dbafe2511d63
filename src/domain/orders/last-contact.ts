import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { pickOwn } from './own-orders'

export type LastContact = {
  contactName: string
  contactPhone: string
  address: string
  /** Only of an order that came to nothing: whoever tries again still wants them. */
  tableLabel: string | null
  note: string | null
}

/** What the actor told the brand with their newest order, so that nobody types it twice; null when there is none. */
export async function lastContact(db: Db, ctx: Ctx): Promise<LastContact | null> {
  if (ctx.actor.kind === 'system') return null
  const { rows } = await sql<LastContact>`
    select contact_name, contact_phone, address, case when is_lost then table_label end as table_label,
      case when is_lost then note end as note
    from (select *, fulfilment in ('cancelled', 'expired', 'rejected') as is_lost from orders
      where (brand_id, id) in (${pickOwn(ctx.actor, sql`o.brand_id = ${ctx.brandId}`, 1)})) newest`.execute(db)
  return rows[0] ?? null
}
