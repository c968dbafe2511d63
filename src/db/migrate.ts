import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { projectRoot } from './root'

/** The database and the migrations do not fit; the message names the file. */
export class MigrationError extends Error {}

type File = { name: string; sql: string; checksum: string }

/** Any number of processes may start at once: one migrates, the others wait here. */
const LOCK = 7_226_632

/**
 * Brings a database up to date: the files in migrations/ in order, each in its own transaction, then the worker's own tables.
 * @returns the names applied now. Throws when an applied file was edited since.
 */
export async function migrate(url: string, directory = join(projectRoot(), 'migrations')): Promise<string[]> {
  const files = await migrationFiles(directory)
  const client = new pg.Client({ connectionString: url, application_name: 'comanda migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const names = await applyMissing(client, files)
    await runMigrations({ connectionString: url, noHandleSignals: true })
    return names
  } finally {
    await client.end()
  }
}

/** Whether every migration of this build has been applied to the database. */
export async function isMigrated(pool: pg.Pool, directory = join(projectRoot(), 'migrations')): Promise<boolean> {
  const files = await migrationFiles(directory)
  const { rows } = await pool.query<{ name: string }>('select name from schema_migration')
  const applied = new Set(rows.map((row) => row.name))
  return files.every((file) => applied.has(file.name))
}

async function applyMissing(client: pg.Client, files: File[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const names: string[] = []
  for (const file of files) {
    const known = applied.get(file.name)
    if (known && known !== file.checksum)
      throw new MigrationError(
        `migrations/${file.name} was edited after this database had applied it; restore the file, or start with an empty database`,
      )
    if (known) continue
    await apply(client, file)
    names.push(file.name)
  }
  return names
}

async function apply(client: pg.Client, file: File): Promise<void> {
  try {
    await client.query('begin')
    await client.query(file.sql)
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [file.name, file.checksum])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new MigrationError(`migrations/${file.name} failed: ${(cause as Error).message}`, { cause })
  }
}

async function migrationFiles(directory: string): Promise<File[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(directory, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
