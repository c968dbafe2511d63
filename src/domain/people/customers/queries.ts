import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'

export type ListedCustomer = {
  id: string
  name: string
  phone: string | null
  hasAccount: boolean
  orderCount: number
  lastOrderAt: Date | null
}

export type CustomerList = {
  items: ListedCustomer[]
  nextCursor: string | null
  /** All of the brand's customers, whatever was searched. */
  total: number
  beside: number
}

export type CustomerSearch = { q?: string | undefined; isGuest?: boolean; cursor?: string | undefined }

type Row = Omit<ListedCustomer, 'lastOrderAt'> & { lastOrderAt: string | null }

/** Part of a name or address, or digits of a number: it is stored with its country code, and typed without. */
function found(q: string): RawBuilder<boolean> {
  const part = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  const digits = q.replace(/\D/g, '').replace(/^0/, '')
  const phone = digits.length >= 3 ? sql`or replace(c.phone, ' ', '') like ${`%${digits}%`}` : sql``
  return sql`(c.name ilike ${part} or c.email ilike ${part} ${phone})`
}

/** A page of the list as it travels in one JSON column. */
export type CustomerListJson = { page: Row[] | null; total: number; beside: number }
type Around = { limit: number; beside: RawBuilder<number> }

/**
 * A page of the brand's customers, newest first, with how often they came, as a column of a statement that asks for more. `beside` is a
 * number the frame shows.
 */
export function customerListColumn(
  ctx: Ctx,
  { q, isGuest, cursor }: CustomerSearch,
  { limit, beside }: Around,
): RawBuilder<CustomerListJson> {
  const where = sql.join(
    [
      sql`c.brand_id = ${ctx.brandId}`,
      ...(q?.trim() ? [found(q)] : []),
      ...(isGuest ? [sql`c.account_id is null`] : []),
      ...(cursor ? [sql`c.id < ${cursor}::uuid`] : []),
    ],
    sql` and `,
  )
  return sql<CustomerListJson>`jsonb_build_object('page',
    (select jsonb_agg(r order by r.id desc) from (select c.id, c.name, c.phone, c.account_id is not null as "hasAccount",
      (select count(*)::int from orders o where o.brand_id = c.brand_id and o.customer_id = c.id and o.is_finalized) as "orderCount",
      (select max(o.created_at) from orders o where o.brand_id = c.brand_id and o.customer_id = c.id and o.is_finalized) as "lastOrderAt"
      from customer c where ${where} order by c.id desc limit ${limit + 1}) r),
    'total', (select count(*)::int from customer c where c.brand_id = ${ctx.brandId}), 'beside', ${beside})`
}

/** That column read again. */
export function asCustomerList({ page, total, beside }: CustomerListJson, limit: number): CustomerList {
  const items = (page ?? [])
    .slice(0, limit)
    .map((row) => ({ ...row, lastOrderAt: row.lastOrderAt === null ? null : new Date(row.lastOrderAt) }))
  return { items, nextCursor: (page ?? []).length > limit ? (items.at(-1)?.id ?? null) : null, total, beside }
}

/** The list alone. One round trip. */
export async function customerList(db: Db, ctx: Ctx, search: CustomerSearch, around: Around): Promise<CustomerList> {
  const { rows } = await sql<{ list: CustomerListJson }>`
    select ${customerListColumn(ctx, search, around)} as list`.execute(db)
  return asCustomerList(rows[0]!.list, around.limit)
}
