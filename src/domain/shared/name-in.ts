import { type RawBuilder, sql } from 'kysely'
import type { Lang } from './ctx'

/** The name of a row of the brand's in this language, or else as the brand wrote it; `table` is its alias, `b` a brand itself. */
export function nameIn(lang: Lang, table: 'b' | 'd' | 'o' | 's'): RawBuilder<string | null> {
  const [row, brand] = [sql.raw(table), sql.raw(table === 'b' ? 'b.id' : `${table}.brand_id`)]
  return sql`coalesce((select x.text from translation x where x.brand_id = ${brand} and x.subject_id = ${row}.id
    and x.field = 'name' and x.lang = ${lang}), ${row}.name)`
}
