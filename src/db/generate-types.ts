import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { projectRoot } from './root'

/**
 * The text of src/db/types.ts for a migrated database, by kysely-codegen.
 * A column whose check, or whose domain's, lists its words gets the union of those words as its type.
 */
export async function generateTypes(url: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'comanda-types-'))
  const file = join(dir, 'types.ts')
  const cli = join(projectRoot(), 'node_modules/kysely-codegen/dist/cli/bin.js')
  const options = ['--dialect=postgres', `--url=${url}`, `--out-file=${file}`, '--camel-case', '--date-parser=string']
  options.push('--include-pattern=public.*', '--exclude-pattern=schema_migration', '--type-mapping={"int8":"number"}')
  options.push(`--overrides=${JSON.stringify({ columns: await wordColumns(url) })}`)
  try {
    await promisify(execFile)(process.execPath, [cli, ...options])
    return (await readFile(file, 'utf8')).replace('export interface DB {', 'export interface Schema {')
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Row = { table: string; column: string; hasDefault: boolean; isNullable: boolean; definition: string }

async function wordColumns(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Row>(`
    select t.relname as "table", a.attname as "column", a.atthasdef as "hasDefault", not a.attnotnull as "isNullable",
      pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where c.contype = 'c' and t.relnamespace = 'public'::regnamespace and array_length(c.conkey, 1) = 1
    union all
    select t.relname, a.attname, a.atthasdef, not a.attnotnull, pg_get_constraintdef(c.oid)
    from pg_constraint c
    join pg_attribute a on a.atttypid = c.contypid
    join pg_class t on t.oid = a.attrelid
    where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
    order by 1, 2`)
  await client.end()
  const columns: Record<string, string> = {}
  for (const { table, column, hasDefault, isNullable, definition } of rows) {
    const list = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(definition)?.[1]
    const words = list?.split(', ').map((word) => /^'(\w+)'::text$/.exec(word)?.[1])
    if (!words || words.some((word) => !word)) continue
    const union = words.map((word) => `"${word}"`).join(' | ') + (isNullable ? ' | null' : '')
    columns[`${table}.${column}`] = hasDefault ? `Generated<${union}>` : union
  }
  return columns
}
