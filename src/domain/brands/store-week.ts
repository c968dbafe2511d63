import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect'
import type { Ctx, Texts } from '../shared/ctx'
import type { WeeklySpan } from './hours'
import { type TextRow, textsOf } from './rows'
import type { Place } from './store-view'

export type StoreWeek = { storeId: string; name: Texts; isActive: boolean; week: WeeklySpan[] }

type Row = { name: string; isActive: boolean; week: WeeklySpan[] | null; texts: TextRow[] | null; beside: number }

/** The hours a store of the context's brand keeps in any week; null when the brand has no such store. One round trip. */
export async function storeWeek(
  db: Db,
  ctx: Ctx,
  { defaultLang }: Pick<Place, 'defaultLang'>,
  storeId: string,
  beside: RawBuilder<number>,
): Promise<(StoreWeek & { beside: number }) | null> {
  const { rows } = await sql<Row>`
    select s.name, s.is_active,
      (select json_agg(json_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute)
        order by h.weekday, h.opens_minute) from store_hours h where h.brand_id = s.brand_id and h.store_id = s.id) as week,
      (select json_agg(json_build_array(t.subject_id, t.field, t.lang, t.text)) from translation t
        where t.brand_id = s.brand_id and t.subject_id = s.id and t.field = 'name') as texts,
      ${beside} as beside
    from store s where s.brand_id = ${ctx.brandId} and s.id = ${storeId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { isActive, week, texts } = row
  const name = textsOf({ defaultLang }, texts, storeId, 'name', row.name)
  return { storeId, name, isActive, week: week ?? [], beside: row.beside }
}
