import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import { datesAround } from './business-day'
import { type Openness, openness } from './hours'
import { asTimetable, type ClockRow, type TextRow, textsOf, timetableColumns } from './rows'
import type { Accent, Place } from './store-view'

export type { Accent, Place, Store } from './store-view'

type PlaceRow = Omit<Place, 'brandName' | 'storeName'> & {
  brandName: string
  storeName: string
  texts: TextRow[] | null
}

const keptMs = 10_000
const keptMax = 1_000
type Kept = { place: Place; until: number }
/** What slugs mean hardly ever changes: every request asks, so each process remembers the answer for a few seconds. */
const kept = new WeakMap<Db, Map<string, Kept>>()

/** The store that a URL's slugs name, if it is open to visitors; else null. May be up to 10 s old. */
export async function placeBySlugs(db: Db, brandSlug: string, storeSlug: string): Promise<Place | null> {
  const places = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, places)
  const key = `${brandSlug}/${storeSlug}`
  const known = places.get(key)
  if (known && known.until > performance.now()) return known.place
  const place = await loadPlace(db, brandSlug, storeSlug)
  if (places.size >= keptMax) places.clear()
  if (place) places.set(key, { place, until: performance.now() + keptMs })
  else places.delete(key)
  return place
}

/** Makes this process look again at what slugs mean: a brand or a store was just changed. Others do within 10 s. */
export const forgetPlaces = (db: Db): void => void kept.delete(db)

async function loadPlace(db: Db, brandSlug: string, storeSlug: string): Promise<Place | null> {
  const { rows } = await sql<PlaceRow>`
    select b.id as brand_id, s.id as store_id, b.slug as brand_slug, s.slug as store_slug, b.name as brand_name,
      s.name as store_name, b.seal, b.accent, b.currency, b.default_lang, b.languages, s.time_zone, s.cutoff_minute,
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id in (b.id, s.id)) as texts
    from brand b join store s on s.brand_id = b.id
    where b.slug = ${brandSlug} and s.slug = ${storeSlug} and b.is_active and s.is_active`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { texts, ...place } = row
  return {
    ...place,
    brandName: textsOf(row, texts, row.brandId, 'name', row.brandName),
    storeName: textsOf(row, texts, row.storeId, 'name', row.storeName),
  }
}

export type ListedStore = Place & { address: Place['storeName']; openness: Openness }
export type ListedBrand = {
  id: string
  slug: string
  name: Place['brandName']
  description: Place['brandName']
  seal: string
  accent: Accent
  /** The brand's own picture. */
  picture: BrandPicture | null
  stores: ListedStore[]
}

export type BrandPicture = { fileName: string; widths: number[]; width: number; height: number }

type ListedRow = PlaceRow & ClockRow & { description: string; address: string; picture: BrandPicture | null }

/** Every brand with its stores and whether they are open: the landing page, or one brand's own page. One round trip. */
export async function storesList(db: Db, now: Date, brandSlug?: string): Promise<ListedBrand[]> {
  const { rows } = await sql<ListedRow>`
    select b.id as brand_id, s.id as store_id, b.slug as brand_slug, s.slug as store_slug, b.name as brand_name,
      s.name as store_name, b.description, s.address, b.seal, b.accent, b.currency, b.default_lang, b.languages, s.time_zone,
      (select json_build_object('fileName', p.file_name, 'widths', p.widths, 'width', p.width, 'height', p.height)
        from brand_picture bp join picture p on p.brand_id = bp.brand_id and p.id = bp.picture_id where bp.brand_id = b.id) as picture,
      s.cutoff_minute, s.last_order_minutes, s.paused_until, s.pause_reason, ${timetableColumns(datesAround(now, 1, 8))},
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id in (b.id, s.id)) as texts
    from brand b join store s on s.brand_id = b.id
    where b.is_active and s.is_active and s.menu_version_id is not null
      ${brandSlug === undefined ? sql`` : sql`and b.slug = ${brandSlug}`}
    order by b.id, s.id`.execute(db)

  const brands = new Map<string, ListedBrand>()
  for (const row of rows) {
    const words = (id: string, field: string, text: string) => textsOf(row, row.texts, id, field, text)
    const {
      texts: _,
      hours: __,
      exceptions: ___,
      description,
      picture,
      lastOrderMinutes,
      pausedUntil,
      pauseReason,
      ...place
    } = row
    const brandName = words(row.brandId, 'name', row.brandName)
    const known = brands.get(row.brandId) ?? {
      id: row.brandId,
      slug: row.brandSlug,
      name: brandName,
      description: words(row.brandId, 'description', description),
      seal: row.seal,
      accent: row.accent,
      picture,
      stores: [],
    }
    known.stores.push({
      ...place,
      brandName,
      storeName: words(row.storeId, 'name', row.storeName),
      address: words(row.storeId, 'address', row.address),
      openness: openness(
        { timeZone: row.timeZone, lastOrderMinutes, pausedUntil, pauseReason },
        asTimetable(row, row),
        now,
      ),
    })
    brands.set(row.brandId, known)
  }
  return [...brands.values()]
}

/** A brand's colour, for its stylesheet; null when there is no such brand. */
export async function brandAccent(db: Db, brandSlug: string): Promise<Accent | null> {
  const row = await db.selectFrom('brand').select('accent').where('slug', '=', brandSlug).executeTakeFirst()
  return row ? (row.accent as Accent) : null
}

/** Every brand's colour, for pages that show many. */
export async function brandAccents(db: Db): Promise<{ slug: string; accent: Accent }[]> {
  const rows = await db.selectFrom('brand').select(['slug', 'accent']).where('isActive', '=', true).execute()
  return rows.map(({ slug, accent }) => ({ slug, accent: accent as Accent }))
}
