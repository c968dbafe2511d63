import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Lang, Texts } from '../shared/ctx'
import { businessDay, datesAround } from './business-day'
import { type Openness, openness } from './hours'
import { asTimetable, type ClockRow, type TextRow, textsOf, timetableColumns } from './rows'
import type { Accent } from './store-view'

/** A store of any brand, running or not. `day` is its business day now. */
export type AnyStore = {
  id: string
  slug: string
  name: Texts
  address: Texts
  phone: string
  timeZone: string
  isActive: boolean
  hasMenu: boolean
  /** Whether it takes orders now; null when it or its brand is switched off. */
  openness: Openness | null
  day: string
}

export type AnyBrand = {
  id: string
  slug: string
  name: Texts
  description: Texts
  seal: string
  accent: Accent
  currency: string
  defaultLang: Lang
  languages: Lang[]
  isActive: boolean
  createdAt: Date
  updatedAt: Date
  /** File name and widths of the brand's own picture. */
  picture: { fileName: string; widths: number[]; width: number; height: number } | null
  /** Its admins by name, first named first. */
  admins: string[]
  stores: AnyStore[]
}

type BrandRow = Omit<AnyBrand, 'name' | 'description' | 'stores' | 'admins'> & {
  brandName: string
  description: string
  admins: string[] | null
  texts: TextRow[] | null
}
type StoreRow = ClockRow & {
  storeId: string | null
  storeSlug: string
  storeName: string
  address: string
  phone: string
  timeZone: string
  cutoffMinute: number
  storeIsActive: boolean
  hasMenu: boolean
}

/** Every brand there is with every store of it, switched off or not, oldest first. One round trip. */
export async function allBrands(db: Db, now: Date): Promise<AnyBrand[]> {
  const { rows } = await sql<BrandRow & StoreRow>`
    select b.id, b.slug, b.name as brand_name, b.description, b.seal, b.accent, b.currency, b.default_lang, b.languages, b.is_active,
      b.created_at, b.updated_at,
      (select json_build_object('fileName', p.file_name, 'widths', p.widths, 'width', p.width, 'height', p.height)
        from brand_picture bp join picture p on p.brand_id = bp.brand_id and p.id = bp.picture_id where bp.brand_id = b.id) as picture,
      (select json_agg(coalesce(nullif(a.name, ''), a.username, a.email) order by g.created_at, g.id) from staff_grant g
        join account a on a.id = g.account_id
        where g.brand_id = b.id and g.role = 'brand_admin' and g.is_active and a.is_active) as admins,
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = b.id and t.subject_id in (b.id, s.id)) as texts,
      s.id as store_id, s.slug as store_slug, s.name as store_name, s.address, s.phone, s.time_zone, s.cutoff_minute,
      s.is_active as store_is_active, s.menu_version_id is not null as has_menu, s.last_order_minutes, s.paused_until,
      s.pause_reason, ${timetableColumns(datesAround(now, 1, 8))}
    from brand b left join store s on s.brand_id = b.id
    order by b.id, s.id`.execute(db)
  const brands = new Map<string, AnyBrand>()
  for (const row of rows) {
    const brand = brands.get(row.id) ?? brandOf(row)
    if (row.storeId !== null) brand.stores.push(storeOf(row, row.storeId, now))
    brands.set(row.id, brand)
  }
  return [...brands.values()]
}

function brandOf(row: BrandRow): AnyBrand {
  const { id, slug, seal, accent, currency, defaultLang, languages, isActive, createdAt, updatedAt, picture } = row
  return {
    ...{ id, slug, seal, accent, currency, defaultLang, languages, isActive, createdAt, updatedAt, picture },
    name: textsOf(row, row.texts, id, 'name', row.brandName),
    description: textsOf(row, row.texts, id, 'description', row.description),
    admins: row.admins ?? [],
    stores: [],
  }
}

function storeOf(row: BrandRow & StoreRow, id: string, now: Date): AnyStore {
  const { timeZone, lastOrderMinutes, pausedUntil, pauseReason, hasMenu } = row
  return {
    id,
    slug: row.storeSlug,
    name: textsOf(row, row.texts, id, 'name', row.storeName),
    address: textsOf(row, row.texts, id, 'address', row.address),
    phone: row.phone,
    ...{ timeZone, hasMenu },
    isActive: row.storeIsActive,
    openness:
      row.isActive && row.storeIsActive
        ? openness({ timeZone, lastOrderMinutes, pausedUntil, pauseReason }, asTimetable(row, row), now)
        : null,
    day: businessDay(now, timeZone, row.cutoffMinute),
  }
}
