import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { prepared } from './prepared'
import type { Schema } from './types'

/** Enough to read: the pool or a transaction. */
export type Db = Kysely<Schema>
/** Needed to write: the pool does not compile. */
export type Tx = Transaction<Schema>

const INT8 = 20
const DATE = 1082

/** A business day stays the text 'YYYY-MM-DD' (a Date would move it by a time zone); counts and sums fit in a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/**
 * Opens a pool on a PostgreSQL server and the query builder over it.
 * @param url postgres://user:password@host:port/database
 * @param max connections this process may hold at once
 */
export function connect(url: string, max = 10): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ connectionString: url, max, types, pipeline: true, application_name: 'comanda' })
  // An idle connection that breaks is replaced at the next query, which reports if it cannot be.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: prepared(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool }
}
