import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import { type TextRow, textsOf } from './rows'
import type { Place } from './store-view'

export type BrandStore = {
  id: string
  slug: string
  name: Texts
  address: Texts
  isActive: boolean
  /** Who manages the staff there. */
  managers: string[]
  staffCount: number
  invitedCount: number
}

type Row = Omit<BrandStore, 'name' | 'address'> & {
  name: string
  address: string
  texts: TextRow[] | null
  beside: number
}

/** Every store of the context's brand with who runs it, for the brand's admins. `beside` is a number the frame shows. One round trip. */
export async function brandStores(
  db: Db,
  ctx: Ctx,
  { defaultLang }: Pick<Place, 'defaultLang'>,
  beside: RawBuilder<number>,
): Promise<{ stores: BrandStore[]; beside: number }> {
  const { rows } = await sql<Row>`
    select s.id, s.slug, s.name, s.address, s.is_active,
      (select coalesce(json_agg(coalesce(nullif(a.name, ''), a.username, a.email) order by g.id), '[]') from staff_grant g
        join account a on a.id = g.account_id where g.brand_id = s.brand_id and g.store_id = s.id and g.is_active and g.p4
          and a.is_active) as managers,
      (select count(*)::int from staff_grant g where g.brand_id = s.brand_id and g.store_id = s.id and g.is_active) as staff_count,
      (select count(*)::int from staff_invitation v where v.brand_id = s.brand_id and v.store_id = s.id and v.accepted_at is null
        and v.withdrawn_at is null and v.expires_at > ${ctx.now}) as invited_count,
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id = s.id and t.field in ('name', 'address')) as texts,
      ${beside} as beside
    from store s where s.brand_id = ${ctx.brandId} order by s.is_active desc, s.id`.execute(db)
  const stores = rows.map(({ texts, beside: _, ...row }) => ({
    ...row,
    name: textsOf({ defaultLang }, texts, row.id, 'name', row.name),
    address: textsOf({ defaultLang }, texts, row.id, 'address', row.address),
  }))
  return { stores, beside: rows[0]?.beside ?? 0 }
}
