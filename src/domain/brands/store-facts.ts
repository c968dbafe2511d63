import { sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Texts } from '../shared/ctx'
import { datesAround } from './business-day'
import { asTimetable, type TextRow, type TimetableRow, textsOf, timetableColumns, withOwn } from './rows'
import type { Place, Store, StoreTerms } from './store-view'

/** All of a store that does not change from order to order: who and where it is, how it sells, when it is open, what it announces. */
export type StoreFacts = Omit<Store, 'announcements'> & { news: News[] }
type News = { text: Texts; startsAt: Date | null; endsAt: Date | null }

type Row = Omit<Place, 'brandName' | 'storeName'> &
  Omit<StoreTerms, 'address'> &
  TimetableRow & {
    brandName: string
    storeName: string
    address: string
    description: string
    texts: TextRow[] | null
    news: [string, string | null, string | null, Texts | null][] | null
  }

type Named = { brandId: string; storeId: string; revision: number }

const keptMax = 1_000
/** Every request asks and the answer hardly ever changes, so a process keeps it until the store has another revision. */
const kept = new Map<string, { version: string; facts: StoreFacts }>()

/** The facts of a store at a revision, which the database gives it anew with whatever of them changes; exceptions from yesterday on. */
export async function storeFacts(db: Db, { brandId, storeId, revision }: Named, now: Date): Promise<StoreFacts> {
  const dates = datesAround(now, 1, 8)
  const version = `${revision} ${dates.from}`
  const known = kept.get(storeId)
  if (known?.version === version) return known.facts
  const facts = await load(db, brandId, storeId, dates)
  if (kept.size >= keptMax) kept.clear()
  kept.set(storeId, { version, facts })
  return facts
}

/** What is announced at `now`, oldest first. */
export const announcedAt = ({ news }: StoreFacts, now: Date): Texts[] =>
  news
    .filter(({ startsAt, endsAt }) => (!startsAt || startsAt <= now) && (!endsAt || endsAt > now))
    .map((it) => it.text)

async function load(
  db: Db,
  brandId: string,
  storeId: string,
  dates: { from: string; to: string },
): Promise<StoreFacts> {
  const { rows } = await sql<Row>`
    select b.id as brand_id, s.id as store_id, b.slug as brand_slug, s.slug as store_slug, b.name as brand_name,
      s.name as store_name, b.description, b.seal, b.accent, b.currency, b.default_lang, b.languages, s.time_zone,
      s.cutoff_minute, s.phone, s.address, s.kitchen_start, s.auto_accept, s.takes_dine_in, s.takes_takeout, s.takes_delivery,
      s.takes_cash, s.takes_online, s.paused_until, s.pause_reason, s.last_order_minutes, s.prep_minutes, s.delivery_minutes,
      s.delivery_fee, s.delivery_minimum, s.service_charge_bp, s.hold_minutes, s.menu_version_id, ${timetableColumns(dates)},
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id in (b.id, s.id)) as texts,
      (select json_agg(json_build_array(a.text, a.starts_at, a.ends_at, (select json_object_agg(t.lang, t.text) from translation t
          where t.brand_id = a.brand_id and t.subject_id = a.id)) order by a.id)
        from announcement a where a.brand_id = s.brand_id and a.store_id = s.id) as news
    from brand b join store s on s.brand_id = b.id
    where s.brand_id = ${brandId} and s.id = ${storeId}`.execute(db)
  if (!rows[0]) throw new Error(`no store ${storeId}`)
  return asFacts(rows[0])
}

function asFacts({ texts, news, hours, exceptions, ...row }: Row): StoreFacts {
  const words = (id: string, field: string, own: string) => textsOf(row, texts, id, field, own)
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return {
    ...row,
    ...asTimetable(row, { hours, exceptions }),
    brandName: words(row.brandId, 'name', row.brandName),
    description: words(row.brandId, 'description', row.description),
    storeName: words(row.storeId, 'name', row.storeName),
    address: words(row.storeId, 'address', row.address),
    news: (news ?? []).map(([own, startsAt, endsAt, other]) => ({
      text: withOwn(row, own, other),
      startsAt: date(startsAt),
      endsAt: date(endsAt),
    })),
  }
}
