import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import type { Ctx, Tablet } from '../../shared/ctx'
import { hashOf } from '../secret'
import type { DeviceKind } from './open-pairing'

const noteEveryMs = 60_000

/** The paired tablet that holds this token; null when there is none, or none any more. Notes now and then that it is in use. */
export async function readTablet(db: Db, token: string, now: Date): Promise<Tablet | null> {
  const row = await db
    .selectFrom('device as d')
    .innerJoin('brand as b', 'b.id', 'd.brandId')
    .innerJoin('store as s', (on) => on.onRef('s.brandId', '=', 'd.brandId').onRef('s.id', '=', 'd.storeId'))
    .select(['d.id', 'd.name', 'd.kind', 'd.brandId', 'd.storeId', 'd.lastSeenAt'])
    .select(['b.slug as brandSlug', 's.slug as storeSlug'])
    .where('d.tokenHash', '=', hashOf(token))
    .where('d.revokedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { lastSeenAt, ...tablet } = row
  if (now.getTime() - lastSeenAt.getTime() >= noteEveryMs)
    await db
      .updateTable('device')
      .set({ lastSeenAt: now })
      .where('brandId', '=', tablet.brandId)
      .where('id', '=', tablet.id)
      .execute()
  return tablet
}

/** A tablet as the store's office sees it. */
export type StoreTablet = {
  id: string
  kind: DeviceKind
  name: string
  pairedByName: string | null
  pairedAt: Date
  lastSeenAt: Date
  /** Who is on it by PIN, since when. */
  on: { name: string; since: Date } | null
}

type Row = Omit<StoreTablet, 'on'> & { onName: string | null; since: Date | null }

/** The tablets of the context's store that open doors, oldest first. One round trip. */
export async function storeTablets(db: Db, ctx: Ctx): Promise<StoreTablet[]> {
  const { rows } = await sql<Row>`
    select d.id, d.kind, d.name, d.paired_at, d.last_seen_at, coalesce(nullif(m.name, ''), m.username) as paired_by_name,
      n.name as on_name, n.since
    from device d left join account m on m.id = d.paired_by
    left join lateral (select coalesce(nullif(a.name, ''), a.username, '') as name, s.created_at as since
      from session s join account a on a.id = s.account_id
      where s.brand_id = d.brand_id and s.device_id = d.id and s.expires_at > ${ctx.now} order by s.created_at desc limit 1) n on true
    where d.brand_id = ${ctx.brandId} and d.store_id = ${ctx.storeId} and d.revoked_at is null
    order by d.paired_at, d.id`.execute(db)
  return rows.map(({ onName, since, ...tablet }) => ({
    ...tablet,
    on: onName !== null && since ? { name: onName, since } : null,
  }))
}
