import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx, Tablet } from '../../shared/ctx'
import { pinRules } from './pin'

/** Somebody who may switch in on a tablet. */
export type PinPerson = {
  accountId: string
  name: string
  hasPin: boolean
  isLocked: boolean
  lastSignInAt: Date | null
  /** Since when they are on this tablet; null when they are not. */
  onSince: Date | null
}

/** Whoever may work the counter of a tablet's store: its staff with that right, and admins of the brand who gave themselves a PIN. */
const mayBeOn = ({ brandId, storeId }: Tablet) => sql`a.is_active and exists (
  select from staff_grant g where g.account_id = a.id and g.is_active and g.brand_id = ${brandId}
    and ((g.role = 'store_staff' and g.store_id = ${storeId} and g.p1) or (g.role = 'brand_admin' and a.pin_hash is not null)))`

const columns = (ctx: Ctx, tablet: Tablet) => sql`a.id as account_id,
  coalesce(nullif(a.name, ''), a.username, split_part(a.email, '@', 1), '') as name, a.pin_hash is not null as has_pin,
  a.pin_tries >= ${pinRules.tries} as is_locked, a.last_sign_in_at, (
    select max(s.created_at) from session s where s.account_id = a.id and s.brand_id = ${tablet.brandId}
      and s.device_id = ${tablet.id} and s.expires_at > ${ctx.now}) as on_since`

/** Who may switch in on this tablet, in the order they came to the store. One round trip. */
export async function pinPeople(db: Db, ctx: Ctx, tablet: Tablet): Promise<PinPerson[]> {
  const { rows } = await sql<PinPerson>`select ${columns(ctx, tablet)} from account a where ${mayBeOn(tablet)}
    order by a.id`.execute(db)
  return rows
}

/** One of them; null for anybody else. */
export async function pinPerson(db: Db, ctx: Ctx, tablet: Tablet, accountId: string): Promise<PinPerson | null> {
  const { rows } = await sql<PinPerson>`select ${columns(ctx, tablet)} from account a
    where a.id = ${accountId} and ${mayBeOn(tablet)}`.execute(db)
  return rows[0] ?? null
}
