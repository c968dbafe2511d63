import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { generateTypes } from '../src/db/generate-types'
import { type FreshDb, freshDb } from './support/db'

/** Tables that belong to people, to the machinery or to the demo's bank, not to a brand. */
const people = [
  'account',
  'account_address',
  'account_identity',
  'audit_log',
  'brand',
  'device_pairing',
  'oauth_attempt',
  'session',
  'setting',
  'shown_id_token',
  'sms_message',
  'staff_grant',
  'staff_invitation',
  'verification_code',
]
const outside = [...people, 'idempotency', 'rate_limit', 'schema_migration', 'demo_charge', 'demo_refund']
/** Their rows are archived or frozen, never removed: an index for that would only slow the writing of orders. */
const lasting = ['brand', 'account', 'store', 'station', 'dish', 'option', 'picture', 'menu_version', 'inventory']
const facts = ['audit_log', 'stock_log', 'order_status_history', 'menu_version']

let fresh: FreshDb
beforeAll(async () => {
  fresh = await freshDb()
})

const column = async (query: ReturnType<typeof sql<{ name: string }>>) =>
  (await query.execute(fresh.db)).rows.map((row) => row.name)

test('the generated types are those of the migrations (npm run types)', async () => {
  expect(await readFile('src/db/types.ts', 'utf8')).toBe(await generateTypes(fresh.url))
}, 30_000)

test('every table of a brand leads its primary key with brand_id', async () => {
  const others = await column(sql<{ name: string }>`
    select t.relname as name from pg_class t
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'p'
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and a.attname is distinct from 'brand_id'
    order by 1`)
  expect(others.filter((name) => !outside.includes(name))).toEqual([])
})

test('a row of a brand points only at rows of the same brand', async () => {
  const wrong = await column(sql<{ name: string }>`
    select c.conrelid::regclass || ': ' || pg_get_constraintdef(c.oid) as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'brand_id' and not a.attisdropped)
      and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'brand_id' and a.attnum = c.conkey[1])
    order by 1`)
  expect(wrong).toEqual([])
})

test('removing a row never reads a whole table: foreign keys to what can go have an index', async () => {
  const bare = await column(sql<{ name: string }>`
    select c.conrelid::regclass || ' (' || (
      select string_agg(a.attname, ', ' order by k.n) from unnest(c.conkey) with ordinality k(attnum, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum) || ')' as name
    from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
      and c.confrelid::regclass::text <> all (${lasting}::text[])
      and not exists (
        select from pg_index i where i.indrelid = c.conrelid
          and (select array_agg(x order by x) from unnest((i.indkey::int2[])[0:array_length(c.conkey, 1) - 1]) x)
            = (select array_agg(x order by x) from unnest(c.conkey) x))
    order by 1`)
  expect(bare).toEqual([])
})

test('money is whole minor units: no column is numeric or floating', async () => {
  const wrong = await column(sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type in ('numeric', 'real', 'double precision', 'money')`)
  expect(wrong).toEqual([])
})

test('instants carry their zone', async () => {
  const wrong = await column(sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')`)
  expect(wrong).toEqual([])
})

test.each(facts)('%s is append-only: the database refuses to change or remove its rows', async (table) => {
  const guards = await column(sql<{ name: string }>`
    select g.tgname as name from pg_trigger g join pg_proc p on p.oid = g.tgfoid
    where g.tgrelid = ${table}::regclass and p.proname = 'refuse_change' and g.tgtype & 27 = 27 and g.tgenabled = 'O'`)
  expect(guards).toHaveLength(1)
})

test('an audit row once written stays as it is', async () => {
  const id = crypto.randomUUID()
  await fresh.db.insertInto('auditLog').values({ id, at: new Date(), actor: 'Mei', action: 'dish.stop' }).execute()

  const change = fresh.db.updateTable('auditLog').set({ actor: 'somebody else' }).where('id', '=', id).execute()
  await expect(change).rejects.toThrow('audit_log is append-only')
  await expect(fresh.db.deleteFrom('auditLog').where('id', '=', id).execute()).rejects.toThrow(
    'audit_log is append-only',
  )
  expect(await fresh.db.selectFrom('auditLog').select('actor').where('id', '=', id).execute()).toEqual([
    { actor: 'Mei' },
  ])
})
