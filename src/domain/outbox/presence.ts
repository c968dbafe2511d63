import type { Pool, PoolClient } from 'pg'

/** First half of the lock that a living worker holds; the second is its name's hash. */
export const aliveLock = 7_226_634
const retryMs = 1_000
/** A worker takes its first job a moment before it is known to be alive. */
const graceS = 5

/**
 * Makes a worker known as alive until `stop` or until its process dies: PostgreSQL then ends its connection, and the lock with it.
 * @param workerId the name under which it locks jobs
 */
export function stayAlive(pool: Pool, workerId: string): { stop(): Promise<void> } {
  let client: PoolClient | null = null
  let isStopped = false
  async function hold(): Promise<void> {
    if (isStopped) return
    try {
      client = await pool.connect()
      client.once('error', again)
      await client.query('select pg_advisory_lock($1, hashtext($2))', [aliveLock, workerId])
    } catch {
      again()
    }
  }
  function again(): void {
    client?.release(true)
    client = null
    if (!isStopped) setTimeout(() => void hold(), retryMs).unref()
  }
  const holding = hold()
  return {
    async stop() {
      isStopped = true
      await holding
      client?.release(true)
      client = null
    },
  }
}

/** Gives the jobs of workers that died in the middle back to those that live. Returns the dead workers' names. */
export async function releaseAbandoned(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `with busy as (
      select distinct locked_by as name from graphile_worker._private_jobs where locked_at < now() - make_interval(secs => $2)
    ), dead as materialized (
      select name from busy where pg_try_advisory_xact_lock($1, hashtext(name))
    )
    select name from dead`,
    [aliveLock, graceS],
  )
  const names = rows.map((row) => row.name)
  if (names.length > 0) await pool.query('select graphile_worker.force_unlock_workers($1)', [names])
  return names
}
