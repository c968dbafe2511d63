import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

const longestName = 1_000
const names = new Map<string, string>()

/** The name of a statement, the same for the same text. Texts that vary without end get none. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= longestName) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/**
 * A pool whose connections parse and plan each statement once and then only run it: planning a page's query takes PostgreSQL longer
 * than answering it.
 */
export function prepared(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client)
      if (known) return known
      const made = {
        query: (text: unknown, values?: unknown[]) =>
          typeof text === 'string' && values?.length
            ? client.query({ name: nameOf(text), text, values } as pg.QueryConfig)
            : client.query(text as string, values),
        release: () => client.release(),
      } as unknown as PostgresPoolClient
      wrapped.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}
