import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type JobHelpers,
  Logger as JobLogger,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { releaseTickets } from './domain/orders/cooking/release-tickets'
import { expireOrder } from './domain/orders/paying/expire-order'
import { queryPayment } from './domain/orders/paying/query-payment'
import { refundPayment } from './domain/orders/paying/refund-payment'
import { advanceOrder } from './domain/orders/saga/advance-order'
import { runWorldStep } from './domain/orders/saga/run-world-step'
import { sweepSagas } from './domain/orders/saga/sweep'
import { releaseAbandoned, stayAlive } from './domain/outbox/presence'
import type { Topic, Topics } from './domain/outbox/topics'
import { callBack } from './domain/payments/demo/call-back'
import { sendCode } from './domain/people/sms/send-code'
import type { Effect, EffectDeps } from './domain/shared/effect'
import { jobSeconds } from './routes/kit/metrics'

/** What is done for each topic: complete by type, so a topic without its act does not compile. */
export type Handlers = { [T in Topic]: Effect<T> }

export const handlers: Handlers = {
  'order.advance': advanceOrder,
  'order.expire': expireOrder,
  'payment.refund': refundPayment,
  'payment.query': queryPayment,
  'ticket.release': releaseTickets,
  'saga.step': runWorldStep(),
  'saga.sweep': sweepSagas,
  'code.send': sendCode,
  'demo.callback': callBack,
}

/** What the clock starts by itself, once in the whole installation however many workers there are. */
const timetable: { task: Topic; match: string }[] = [{ task: 'saga.sweep', match: '* * * * *' }]

export type WorkerDeps = EffectDeps & { pool: Pool; log: Logger }

const concurrency = 4
const sweepMs = 10_000
const restartMs = 1_000
/** After so many looks for a job have failed in a row, the runner is made anew: it may have kept what it failed to learn at its start. */
const patience = concurrency * 2 + 1
/** A job that takes longer than this to finish is left to the next worker at shutdown. */
const gracefulShutdownAbortTimeout = 10_000

/** Runs jobs until `stop`, which lets those under way finish. Any number of workers share one database. */
export async function startWorker(
  deps: WorkerDeps,
  acts: Partial<Handlers> = handlers,
): Promise<{ stop(): Promise<void> }> {
  let isStopping = false
  let runner = await begin(deps, acts)
  const watch = () =>
    runner.ended.then(async () => {
      if (isStopping) return
      deps.log.error('the worker lost its database, starting again')
      for (let next = null; !next && !isStopping; await sleep(restartMs)) {
        next = await begin(deps, acts).catch(() => null)
        if (next) runner = next
      }
      if (isStopping) return runner.stop()
      void watch()
    })
  void watch()
  const timer = setInterval(() => void sweep(deps), sweepMs)
  return {
    async stop() {
      isStopping = true
      clearInterval(timer)
      await runner.stop()
    },
  }
}

async function begin(deps: WorkerDeps, acts: Partial<Handlers>) {
  const events: WorkerEvents = new EventEmitter()
  let presence: { stop(): Promise<void> } | undefined
  events.on('pool:create', ({ workerPool }) => {
    presence = stayAlive(deps.pool, workerPool.id)
  })
  let failures = 0
  let runner: Runner | null = null
  const succeeded = () => {
    failures = 0
  }
  events.on('worker:getJob:empty', succeeded)
  events.on('job:start', succeeded)
  events.on('worker:getJob:error', () => {
    failures++
    if (failures === patience) void runner?.stop().catch(() => {})
  })
  await sweep(deps)
  const started = await run({
    pgPool: deps.pool,
    events,
    concurrency,
    gracefulShutdownAbortTimeout,
    noHandleSignals: true,
    taskList: tasks(deps, acts),
    parsedCronItems: parseCronItems(timetable.filter(({ task }) => acts[task])),
    logger: jobLogger(deps.log),
  })
  runner = started
  const ended = started.promise
    .catch((err) => deps.log.error({ err }, 'the worker stopped by itself'))
    .finally(() => presence?.stop())
  const stop = async () => {
    await started.stop().catch(() => {})
    await ended
  }
  return { ended, stop }
}

async function sweep({ pool, log }: WorkerDeps): Promise<void> {
  try {
    const dead = await releaseAbandoned(pool)
    if (dead.length > 0) log.warn({ workers: dead }, 'took over the jobs of workers that died')
  } catch (err) {
    log.error({ err }, 'could not look for abandoned jobs')
  }
}

function tasks(deps: WorkerDeps, acts: Partial<Handlers>): TaskList {
  const topics = Object.keys(acts) as Topic[]
  return Object.fromEntries(topics.map((topic) => [topic, task(deps, topic, acts[topic] as Effect<Topic>)]))
}

const task = (deps: WorkerDeps, topic: Topic, act: Effect<Topic>) => async (payload: unknown, helpers: JobHelpers) => {
  const { id, attempts, max_attempts: maxAttempts } = helpers.job
  const begun = performance.now()
  let outcome = 'done'
  try {
    await act(deps, payload as Topics[Topic], { id, attempt: attempts, maxAttempts })
  } catch (err) {
    outcome = 'failed'
    deps.log.error({ err, topic, job: id, attempt: attempts, payload }, 'job failed, it will be tried again')
    throw err
  } finally {
    jobSeconds.observe({ topic, outcome }, (performance.now() - begun) / 1000)
  }
}

/** The library's own words go to our log; failures of jobs are told above, with their payload. */
const jobLogger = (log: Logger) =>
  new JobLogger(() => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) log.error(message)
    else log.trace(message)
  })
