import { sql } from 'kysely'
import type { Db } from '../../src/db/connect'
import type { Topic, Topics } from '../../src/domain/outbox/topics'
import type { Effect, EffectDeps } from '../../src/domain/shared/effect'
import { type Handlers, handlers } from '../../src/worker'

type Queued = { id: string; topic: Topic; payload: never; runAt: Date }

/** A job without a time of its own has the machine's, which the told clock knows nothing of: it is due at once. */
const jobs = (db: Db, until: Date | null) =>
  sql<Queued>`select j.id::text, t.identifier as topic, j.payload, j.run_at
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where ${until === null} or j.run_at <= ${until ?? new Date(0)} or j.run_at = j.updated_at order by j.run_at, j.id`.execute(
    db,
  )

/** What waits in the outbox for this topic, about this order or all. */
export async function queued<T extends Topic>(
  db: Db,
  topic: T,
  orderId?: string,
): Promise<(Topics[T] & { runAt: Date })[]> {
  const { rows } = await jobs(db, null)
  return rows
    .filter((row) => row.topic === topic)
    .map((row) => ({ ...(row.payload as Topics[T]), runAt: row.runAt }))
    .filter((payload) => !orderId || ('orderId' in payload && payload.orderId === orderId))
}

/**
 * Does everything that is due at the told time and what follows from it, oldest first, as the worker would; nobody sleeps. Only jobs of
 * this brand, when one is given. Gives how many ran. A job that throws fails the test.
 */
export async function drain(
  deps: EffectDeps,
  { brandId, acts = handlers }: { brandId?: string; acts?: Partial<Handlers> } = {},
): Promise<number> {
  for (let count = 0; ; count++) {
    const { rows } = await jobs(deps.db, deps.now())
    const next = rows.find((row) => !brandId || (row.payload as { brandId?: string }).brandId === brandId)
    if (!next) return count
    await sql`delete from graphile_worker._private_jobs where id = ${next.id}::bigint`.execute(deps.db)
    const act = acts[next.topic] as Effect<Topic> | undefined
    if (!act) throw new Error(`nobody acts on ${next.topic}`)
    await act(deps, next.payload, { id: next.id, attempt: 1, maxAttempts: 25 })
  }
}
