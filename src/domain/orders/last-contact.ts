import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { accountOf, type Ctx } from '../shared/ctx'
import { pickOwn } from './own-orders'

/** What of it nobody ever said is empty. */
export type LastContact = {
  contactName: string
  contactPhone: string
  /** Else where the account usually wants it brought. */
  address: string
  accountPhone: string
  /** Only of an order that came to nothing: whoever tries again still wants them. */
  tableLabel: string
  note: string
}

/** What the actor told the brand with their newest order, and their account what they did not, so that nobody types it twice. One round trip. */
export async function lastContact(db: Db, ctx: Ctx): Promise<LastContact> {
  const { actor, brandId } = ctx
  if (actor.kind === 'system') throw new Error('a system has no contact')
  const { rows } = await sql<LastContact>`
    select coalesce(n.contact_name, '') as contact_name, coalesce(n.contact_phone, '') as contact_phone,
      coalesce(nullif(n.address, ''), d.address, '') as address, coalesce(a.phone, '') as account_phone,
      case when n.is_lost then n.table_label else '' end as table_label, case when n.is_lost then n.note else '' end as note
    from (select ${accountOf(actor)}::uuid as id) me
    left join account a on a.id = me.id
    left join account_address d on d.account_id = me.id and d.is_default
    left join (select *, fulfilment in ('cancelled', 'expired', 'rejected') as is_lost from orders
      where (brand_id, id) in (${pickOwn(actor, sql`o.brand_id = ${brandId}`, 1)})) n on true`.execute(db)
  return rows[0]!
}
