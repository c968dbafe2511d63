import { sql } from 'kysely'
import type { Db } from '../../../src/db/connect'

/** What a try at a door may leave behind: counted tries, a session that was seen, a code's counted try, a cart of one's own. */
const ofNobody = ['rate_limit', 'session', 'verification_code', 'idempotency', 'cart', 'cart_line', 'sms_message']

/** A fingerprint of every table, to see whether anything at all was changed. `cartId` is watched although carts are not. */
export async function snapshot(db: Db, cartLineId: string): Promise<Record<string, string>> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db)
  const prints = rows
    .filter(({ name }) => !ofNobody.includes(name))
    .map(async ({ name }) => {
      const found = await sql<{ print: string }>`
        select coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as print from ${sql.table(name)} t`.execute(
        db,
      )
      return [name, found.rows[0]!.print] as const
    })
  const line = await db.selectFrom('cartLine').selectAll().where('id', '=', cartLineId).execute()
  return { ...Object.fromEntries(await Promise.all(prints)), cartLine: JSON.stringify(line) }
}
