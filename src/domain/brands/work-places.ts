import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Lang, StaffGrant, Texts } from '../shared/ctx'
import { type TextRow, textsOf } from './rows'
import type { Accent } from './store-view'

/** A store as the people who work there choose it. */
export type WorkPlace = {
  brandId: string
  storeId: string
  brandSlug: string
  storeSlug: string
  brandName: Texts
  storeName: Texts
  seal: string
  accent: Accent
  defaultLang: Lang
}

type Row = Omit<WorkPlace, 'brandName' | 'storeName'> & {
  brandName: string
  storeName: string
  texts: TextRow[] | null
}

const max = 300

/** The stores these grants reach, brand by brand; at most 300. One round trip. */
export async function workPlaces(db: Db, grants: readonly StaffGrant[]): Promise<WorkPlace[]> {
  const isBoss = grants.some((g) => g.role === 'boss')
  const brandIds = grants.filter((g) => g.role === 'brand_admin').map((g) => g.brandId)
  const storeIds = grants.filter((g) => g.role === 'store_staff').map((g) => g.storeId)
  const { rows } = await sql<Row>`
    select b.id as brand_id, s.id as store_id, b.slug as brand_slug, s.slug as store_slug, b.name as brand_name,
      s.name as store_name, b.seal, b.accent, b.default_lang,
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id in (b.id, s.id) and t.field = 'name') as texts
    from brand b join store s on s.brand_id = b.id
    where b.is_active and s.is_active
      and (${isBoss} or s.brand_id = any(${brandIds}::uuid[]) or s.id = any(${storeIds}::uuid[]))
    order by b.id, s.id limit ${max}`.execute(db)
  return rows.map(({ texts, ...row }) => ({
    ...row,
    brandName: textsOf(row, texts, row.brandId, 'name', row.brandName),
    storeName: textsOf(row, texts, row.storeId, 'name', row.storeName),
  }))
}
