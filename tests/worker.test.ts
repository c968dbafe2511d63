import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { enqueue } from '../src/domain/outbox/enqueue'
import { releaseAbandoned, stayAlive } from '../src/domain/outbox/presence'
import type { Topics } from '../src/domain/outbox/topics'
import { startWorker, type WorkerDeps } from '../src/worker'
import { noCodes } from './support/codes'
import { type FreshDb, freshDb } from './support/db'

const advance: Topics['order.advance'] = { brandId: 'b', storeId: 's', orderId: 'o' }
const deps = ({ db, pool }: FreshDb): WorkerDeps => ({
  db,
  pool,
  log: pino({ level: 'silent' }),
  gateways: { byName: {}, online: 'demo' },
  codes: noCodes,
  now: () => new Date(),
})

/** Queues one `order.advance` as if `worker` had taken it `seconds` ago. */
async function jobTakenBy({ db, pool }: FreshDb, worker: string, seconds: number): Promise<void> {
  await db.transaction().execute((tx) => enqueue(tx, 'order.advance', advance))
  await pool.query(
    'update graphile_worker._private_jobs set attempts = 1, locked_by = $1, locked_at = now() - make_interval(secs => $2)',
    [worker, seconds],
  )
}

test('a job runs with what was enqueued, and is gone afterwards', async () => {
  const fresh = await freshDb()
  const { promise: done, resolve } = Promise.withResolvers<unknown>()
  const worker = await startWorker(deps(fresh), {
    'order.advance': async (_deps, payload, job) => resolve([payload, job.attempt]),
  })
  onTestFinished(() => worker.stop())

  await fresh.db.transaction().execute((tx) => enqueue(tx, 'order.advance', advance))

  expect(await done).toEqual([advance, 1])
  const left = async () => (await fresh.pool.query('select 1 from graphile_worker.jobs')).rowCount
  await expect.poll(left).toBe(0)
})

test('stopping lets the job under way finish', async () => {
  const fresh = await freshDb()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
  let isDone = false
  const act = async () => {
    begin()
    await mayEnd
    isDone = true
  }
  const worker = await startWorker(deps(fresh), { 'order.advance': act })
  await fresh.db.transaction().execute((tx) => enqueue(tx, 'order.advance', advance))
  await begun

  const stopped = worker.stop()
  end()
  await stopped

  expect(isDone).toBe(true)
})

test('the job of a worker that died in the middle is run by the next', async () => {
  const fresh = await freshDb()
  await jobTakenBy(fresh, 'pool-dead', 60)
  const { promise: done, resolve } = Promise.withResolvers<number>()

  const worker = await startWorker(deps(fresh), {
    'order.advance': async (_deps, _payload, job) => resolve(job.attempt),
  })
  onTestFinished(() => worker.stop())

  expect(await done).toBe(2)
})

test('the job of a worker that lives is left to it, however long it takes', async () => {
  const fresh = await freshDb()
  await jobTakenBy(fresh, 'pool-busy', 3_600)
  const busy = stayAlive(fresh.pool, 'pool-busy')
  await expect
    .poll(
      async () =>
        (
          await fresh.pool.query(
            `select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
          )
        ).rowCount,
    )
    .toBe(1)

  expect(await releaseAbandoned(fresh.pool)).toEqual([])
  await busy.stop()
  await expect.poll(() => releaseAbandoned(fresh.pool)).toEqual(['pool-busy'])
})

test('a worker that loses its connections works on when they are back', async () => {
  const fresh = await freshDb()
  const seen: string[] = []
  const worker = await startWorker(deps(fresh), {
    'order.advance': async (_deps, { orderId }) => void seen.push(orderId),
  })
  onTestFinished(() => worker.stop())

  await fresh.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await fresh.db.transaction().execute((tx) => enqueue(tx, 'order.advance', { ...advance, orderId: 'after' }))

  await expect.poll(() => seen, { timeout: 15_000 }).toEqual(['after'])
})
