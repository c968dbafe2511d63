import { createMiddleware } from 'hono/factory'
import { sql } from 'kysely'
import type { AppEnv, C } from './context'
import { dbConnections, jobsWaiting, registry } from './metrics'

const patience = 2_000

/**
 * For those who run the machines: /healthz (the process lives), /readyz (send requests here: the database answers and is
 * migrated, and this process is not about to stop), /metrics (Prometheus).
 */
export const health = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.path === '/healthz') return c.json({ status: 'ok' })
  if (c.req.path === '/readyz') return ready(c)
  if (c.req.path === '/metrics') return metrics(c)
  return next()
})

async function ready(c: C): Promise<Response> {
  const obstacle = await within(patience, c.var.deps.obstacle()).catch((e: Error) => e.message)
  return c.json(obstacle ? { status: 'not ready', reason: obstacle } : { status: 'ok' }, obstacle ? 503 : 200)
}

async function metrics(c: C): Promise<Response> {
  const { pool, db } = c.var.deps
  dbConnections.set({ state: 'in use' }, pool.totalCount - pool.idleCount)
  dbConnections.set({ state: 'idle' }, pool.idleCount)
  dbConnections.set({ state: 'wanted' }, pool.waitingCount)
  const { rows } = await sql<{ state: string; n: number }>`
    select case
        when locked_at is not null then 'running' when attempts >= max_attempts then 'failed'
        when run_at > now() then 'scheduled' else 'ready' end as state,
      count(*) as n
    from graphile_worker.jobs group by 1`.execute(db)
  for (const state of ['ready', 'scheduled', 'running', 'failed'])
    jobsWaiting.set({ state }, rows.find((row) => row.state === state)?.n ?? 0)
  return c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
