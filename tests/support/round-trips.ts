import type { Pool, PoolClient } from 'pg'

/** Counts what goes over the wire to the database while `work` runs, BEGIN and COMMIT with it (R44). */
export async function roundTripsOf(pool: Pool, work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const watched = new Set<PoolClient>()
  const watch = (client: PoolClient) => {
    // The pool hands the same client out again and again: its queries count once.
    if (watched.has(client)) return
    watched.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const counted = (...args: unknown[]) => {
      const [first] = args as [string | { text: string }]
      const text = typeof first === 'string' ? first : first.text
      // Pings leave by themselves, and may be of what happened before.
      if (!text.includes('pg_notify')) sent.push(text)
      return query(...args)
    }
    client.query = counted as typeof client.query
    restore.push(() => {
      client.query = query as typeof client.query
    })
  }
  const restore: (() => void)[] = []
  pool.on('acquire', watch)
  try {
    await work()
  } finally {
    pool.off('acquire', watch)
    for (const back of restore.toReversed()) back()
  }
  return sent
}
