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

/** A page of the brand's customers, newest first, with how often they came. `beside` is a number the frame shows. One round trip. */
export async function customerList(
  db: Db,
  ctx: Ctx,
  { q, isGuest, cursor }: CustomerSearch,
  { limit, beside }: { limit: number; beside: RawBuilder<number> },
): Promise<CustomerList> {
  const where = sql.join(
    [
      sql`c.brand_id = ${ctx.brandId}`,
      ...(q?.trim() ? [found(q)] : []),
      ...(isGuest ? [sql`c.account_id is null`] : []),
      ...(cursor ? [sql`c.id < ${cursor}::uuid`] : []),
    ],
    sql` and `,
  )
  const { rows } = await sql<{ page: Row[] | null; total: number; beside: number }>`select
    (select jsonb_agg(r order by r.id desc) from (select c.id, c.name, c.phone, c.account_id is not null as "hasAccount",
      (select count(*)::int from orders o where o.brand_id = c.brand_id and o.customer_id = c.id and o.is_finalized) as "orderCount",
      (select max(o.created_at) from orders o where o.brand_id = c.brand_id and o.customer_id = c.id and o.is_finalized) as "lastOrderAt"
      from customer c where ${where} order by c.id desc limit ${limit + 1}) r) as page,
    (select count(*)::int from customer c where c.brand_id = ${ctx.brandId}) as total, ${beside} as beside`.execute(db)
  const { page, total, beside: count } = rows[0]!
  const items = (page ?? [])
    .slice(0, limit)
    .map((row) => ({ ...row, lastOrderAt: row.lastOrderAt === null ? null : new Date(row.lastOrderAt) }))
  return { items, nextCursor: (page ?? []).length > limit ? (items.at(-1)?.id ?? null) : null, total, beside: count }
}
