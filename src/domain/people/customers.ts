import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { ok, type Result, refuse } from '../shared/result'
import { readPhone } from './phone'

export type Customer = {
  id: string
  accountId: string | null
  name: string
  phone: string | null
  email: string | null
  createdAt: Date
}

const columns = ['id', 'accountId', 'name', 'phone', 'email', 'createdAt'] as const

type Where = Pick<Ctx, 'brandId' | 'now'>

/**
 * The statement that makes an account's profile at this brand and gives its id, and gives nothing where there is one: a part of larger
 * statements. Two at once give the same profile.
 */
export const missingProfile = ({ brandId, now }: Where, accountId: string): RawBuilder<{ id: string }> => sql`
  insert into customer (brand_id, id, account_id, name, phone, email, created_at)
  select ${brandId}, ${newId()}::uuid, a.id, a.name, a.phone, a.email, ${now}::timestamptz from account a
  where a.id = ${accountId} and not exists (select from customer k where k.brand_id = ${brandId} and k.account_id = a.id)
  on conflict (brand_id, account_id) do update set account_id = excluded.account_id returning id`

/** The customer profile of an account at this brand, made at the first need (R31). Gives its id. */
export async function ensureCustomer(tx: Tx, ctx: Where, accountId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`with made as (${missingProfile(ctx, accountId)})
    select id from made union all select id from customer where brand_id = ${ctx.brandId} and account_id = ${accountId}`.execute(
    tx,
  )
  return rows[0]!.id
}

/**
 * A customer without a sign-in, written down by staff (R31). Refuses a name or phone that is missing. `key` becomes the id: the same
 * key again gives the first customer (R6).
 */
export async function createCustomer(
  tx: Tx,
  ctx: Ctx,
  input: { name: string; phone: string; email?: string | undefined; key?: string | undefined },
): Promise<Result<Customer, { reason: 'name_missing' | 'phone_missing' | 'key_reused' }>> {
  const name = input.name.trim()
  // As verified numbers are kept, so that the two can meet; what is no number stays as it was said.
  const phone = readPhone(input.phone) ?? input.phone.trim().slice(0, 20)
  if (name === '') return refuse({ reason: 'name_missing' })
  if (phone === '') return refuse({ reason: 'phone_missing' })
  const email = input.email?.trim().toLowerCase() || null
  const customer = await tx
    .insertInto('customer')
    .values({ brandId: ctx.brandId, id: input.key ?? newId(), name, phone, email, createdAt: ctx.now })
    .onConflict((on) => on.columns(['brandId', 'id']).doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (!customer) {
    const first = input.key ? await customerById(tx, ctx, input.key) : null
    return first?.name === name && first.phone === phone ? ok(first) : refuse({ reason: 'key_reused' })
  }
  await audit(tx, ctx, { action: 'customer.create', subjectId: customer.id, after: { name, phone, email } })
  return ok(customer)
}

/** The brand's customers, newest first; `q` is part of a name, phone or address. `cursor` is the last id seen. */
export async function listCustomers(
  db: Db,
  ctx: Pick<Ctx, 'brandId'>,
  {
    q = '',
    limit = 50,
    cursor,
  }: { q?: string | undefined; limit?: number | undefined; cursor?: string | null | undefined },
): Promise<{ items: Customer[]; nextCursor: string | null }> {
  const part = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`
  let query = db.selectFrom('customer').select(columns).where('brandId', '=', ctx.brandId)
  if (q.trim() !== '')
    query = query.where((or) =>
      or.or([or('name', 'ilike', part), or('phone', 'like', part), or('email', 'ilike', part)]),
    )
  if (cursor) query = query.where('id', '<', cursor)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** One customer of the brand, else null. Whether the reader may see it is the caller's to ask. */
export async function customerById(db: Db, ctx: Pick<Ctx, 'brandId'>, id: string): Promise<Customer | null> {
  const row = await db
    .selectFrom('customer')
    .select(columns)
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
