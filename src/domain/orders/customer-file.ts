import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import { callNumber, fullNumber } from '../shared/call-number'
import type { Ctx, Texts } from '../shared/ctx'
import { type Fulfilment, type OrderType, type PaymentState, type StatusWord, statusWord } from './lifecycle'

export type CustomerOrder = {
  id: string
  storeId: string
  number: string | null
  fullNumber: string | null
  orderType: OrderType
  status: StatusWord
  total: number
  createdAt: Date
  lines: { name: Texts; quantity: number }[]
}

export type CustomerFile = {
  customer: {
    id: string
    accountId: string | null
    name: string
    phone: string | null
    email: string | null
    isPhoneVerified: boolean
    createdAt: Date
  }
  notes: { id: string; text: string; author: string; createdAt: Date }[]
  /** Somebody with the same phone, verified by one of the two; `mergeId` is the profile without an account. */
  twin: { name: string; mergeId: string; orderCount: number } | null
  orders: CustomerOrder[]
  orderCount: number
  /** Minor units, over orders that were not cancelled. */
  average: number
  favourites: { name: Texts; quantity: number }[]
}

const shown = 20

type OrderRow = Omit<CustomerOrder, 'number' | 'fullNumber' | 'status' | 'createdAt'> & {
  orderDateCode: string | null
  sequence: number | null
  fulfilment: Fulfilment
  paymentState: PaymentState
  createdAt: string
}
type Row<B> = Omit<CustomerFile, 'orders' | 'notes' | 'customer' | 'favourites'> & {
  customer: Omit<CustomerFile['customer'], 'createdAt'> & { createdAt: string }
  notes: { id: string; text: string; author: string; createdAt: string }[] | null
  orders: OrderRow[] | null
  favourites: CustomerFile['favourites'] | null
  beside: B
}

const ofCustomer = sql`o.brand_id = c.brand_id and o.customer_id = c."id" and o.is_finalized`
const isKept = sql`o.fulfilment not in ('cancelled', 'rejected', 'expired')`

/** All a store keeps about one of the brand's customers, and what the page shows `beside` it; null when there is none. One round trip. */
export async function customerFile<B>(
  db: Db,
  ctx: Ctx,
  id: string,
  beside: RawBuilder<B>,
): Promise<{ file: CustomerFile; beside: B } | null> {
  const { rows } = await sql<Row<B>>`select
    jsonb_build_object('id', c.id, 'accountId', c.account_id, 'name', c.name, 'phone', coalesce(a.phone, c.phone),
      'email', coalesce(a.email, c.email), 'isPhoneVerified', a.phone_verified_at is not null, 'createdAt', c.created_at) as customer,
    (select jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'author', n.author, 'createdAt', n.created_at)
      order by n.created_at desc, n.id desc) from customer_note n where n.brand_id = c.brand_id and n.customer_id = c.id) as notes,
    (select jsonb_build_object('name', t.name, 'mergeId', t.merge_id, 'orderCount',
        (select count(*) from orders o where o.brand_id = c.brand_id and o.customer_id = t.other_id and o.is_finalized)) from (
      select coalesce(nullif(b.name, ''), b.username, '') as name, c.id as merge_id, p.id as other_id from account b
        left join customer p on p.brand_id = c.brand_id and p.account_id = b.id
        where c.account_id is null and b.phone = c.phone and b.phone_verified_at is not null and b.is_active
      union all
      select p.name, p.id, p.id from customer p where a.phone_verified_at is not null and p.brand_id = c.brand_id
        and p.phone = a.phone and p.account_id is null limit 1) t) as twin,
    (select jsonb_agg(r order by r.id desc) from (select o.id, o.store_id as "storeId", o.order_date_code as "orderDateCode",
      o.sequence, o.order_type as "orderType", o.fulfilment, o.payment_state as "paymentState", o.total, o.created_at as "createdAt",
      (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'quantity', l.quantity) order by l.position), '[]')
        from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines
      from orders o where ${ofCustomer} order by o.id desc limit ${shown}) r) as orders,
    (select count(*)::int from orders o where ${ofCustomer}) as order_count,
    (select coalesce(round(avg(o.total)), 0)::int from orders o where ${ofCustomer} and ${isKept}) as average,
    (select jsonb_agg(jsonb_build_object('name', f.name, 'quantity', f.quantity) order by f.quantity desc) from (
      select (array_agg(l.name order by l.id desc))[1] as name, sum(l.quantity)::int as quantity from orders o
        join order_line l on l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void
        where ${ofCustomer} and ${isKept} group by l.dish_id order by 2 desc limit 3) f) as favourites,
    ${beside} as beside
    from customer c left join account a on a.id = c.account_id
    where c.brand_id = ${ctx.brandId} and c.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const dated = <T extends { createdAt: string }>(it: T) => ({ ...it, createdAt: new Date(it.createdAt) })
  const { beside: shownBeside, ...kept } = row
  const file = {
    ...kept,
    customer: dated(row.customer),
    notes: (row.notes ?? []).map(dated),
    favourites: row.favourites ?? [],
    orders: (row.orders ?? []).map(({ orderDateCode, sequence, fulfilment, paymentState, ...order }) => ({
      ...dated(order),
      number: callNumber(sequence),
      fullNumber: fullNumber(orderDateCode, sequence),
      status: statusWord(fulfilment, paymentState),
    })),
  }
  return { file, beside: shownBeside }
}
