import { sql } from 'kysely'
import type { Db } from '../../../db/connect'

/** All that is kept about a person, for them to take along: account, addresses, customer profiles, sign-ins, orders. Null once closed. */
export async function myData(db: Db, accountId: string): Promise<object | null> {
  const { rows } = await sql<{ data: object }>`
    select json_build_object(
      'account', json_build_object('id', a.id, 'name', a.name, 'username', a.username, 'email', a.email, 'phone', a.phone,
        'phone_verified_at', a.phone_verified_at, 'birth_date', a.birth_date, 'gender', a.gender, 'lang', a.lang,
        'notices', a.notices, 'created_at', a.created_at, 'last_sign_in_at', a.last_sign_in_at),
      'addresses', (select coalesce(json_agg(json_build_object('label', d.label, 'address', d.address, 'is_default', d.is_default)
        order by d.id), '[]') from account_address d where d.account_id = a.id),
      'linked_accounts', (select coalesce(json_agg(json_build_object('provider', i.provider, 'name', i.name, 'since', i.created_at)), '[]')
        from account_identity i where i.account_id = a.id),
      'customer_profiles', (select coalesce(json_agg(json_build_object('brand', b.name, 'name', c.name, 'phone', c.phone, 'email', c.email)), '[]')
        from customer c join brand b on b.id = c.brand_id where c.account_id = a.id),
      'sessions', (select coalesce(json_agg(json_build_object('browser', s.browser, 'address', s.address, 'since', s.created_at,
        'last_seen_at', s.last_seen_at)), '[]') from session s where s.account_id = a.id),
      'orders', (select coalesce(json_agg(json_build_object('id', o.id, 'brand', b.name, 'store', s.name, 'number', o.sequence,
        'ordered_at', o.created_at, 'type', o.order_type, 'state', o.fulfilment, 'payment', o.payment_state, 'currency', o.currency,
        'total', o.total, 'contact_name', o.contact_name, 'contact_phone', o.contact_phone, 'address', o.address, 'note', o.note,
        'lines', (select coalesce(json_agg(json_build_object('name', l.name, 'options', l.options, 'quantity', l.quantity,
          'unit_price', l.unit_price, 'note', l.note) order by l.position), '[]')
          from order_line l where l.brand_id = o.brand_id and l.order_id = o.id)) order by o.id), '[]')
        from orders o join brand b on b.id = o.brand_id join store s on s.brand_id = o.brand_id and s.id = o.store_id
        where o.account_id = a.id)
    ) as data
    from account a where a.id = ${accountId} and a.is_active`.execute(db)
  return rows[0]?.data ?? null
}
