import type { Writable } from 'node:stream'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { sql } from 'kysely'
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

const mark = '/* with the next */'

/**
 * Stands before a statement whose answer nobody looks at: it waits for the next one of its connection and is sent with it. It is a
 * statement of its own all the same: what the next one reads is what there is once this one is through. Each journey to the database costs
 * more than most statements do.
 */
export const withTheNext = sql.raw(mark)

const unread = { command: 'SELECT', rowCount: 0, rows: [] }

/**
 * A pool whose connections parse and plan each statement once and then only run it: planning a page's query takes PostgreSQL longer
 * than answering it. A transaction's BEGIN is sent with its first statement. The pool must be in pipeline mode.
 */
export function prepared(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = wrapped.get(client)
      if (known) return known
      const made = wrap(client)
      wrapped.set(client, made)
      return made
    },
    end: () => pool.end(),
  }
}

type Statement = [text: string, values: unknown[] | undefined]

function wrap(client: pg.PoolClient): PostgresPoolClient {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  let waiting: Statement[] = []
  const send = ([text, values]: Statement) =>
    values?.length
      ? client.query({ name: nameOf(text), text, values } as pg.QueryConfig)
      : client.query(text as string, values)

  /** One write for all of them; the first that fails is what went wrong, the ones after it only follow. */
  const sendTogether = async (statements: Statement[]) => {
    stream.cork()
    const answers = statements.map(send)
    stream.uncork()
    return (await Promise.all(answers)).at(-1)
  }

  const query = (text: string, values?: unknown[]) => {
    const statement: Statement = [text, values]
    if (text === 'begin' || text.startsWith(mark)) {
      waiting.push(statement)
      return Promise.resolve(unread)
    }
    if (waiting.length === 0) return send(statement)
    const before = waiting
    waiting = []
    // A transaction that nothing was sent in has not begun.
    if (before[0]?.[0] === 'begin' && (text === 'commit' || text === 'rollback')) return Promise.resolve(unread)
    return sendTogether([...before, statement])
  }
  return { query, release: () => client.release() } as unknown as PostgresPoolClient
}
