import { join } from 'node:path'
import type { Logger } from 'pino'
import { createApp } from './app'
import { connect, type Db } from './db/connect'
import { isMigrated } from './db/migrate'
import { openDatabase } from './db/open'
import { projectRoot } from './db/root'
import { startLive } from './domain/shared/live'
import type { Env } from './env'
import { gatewaysOf } from './gateways'
import { identitiesOf } from './identities'
import { listen, Unfit } from './listen'
import { loadStatic } from './routes/kit/static'
import { codesOf } from './senders'
import { startWorker } from './worker'

/** web answers requests, worker runs jobs, all does both. */
export type Role = 'all' | 'web' | 'worker'

const poolSize = 20

/**
 * Starts this process in its role.
 * @returns what undoes every step, last first: no more requests, streams ended, jobs finished, database stopped
 */
export async function start(role: Role, env: Env, log: Logger): Promise<() => Promise<void>> {
  const steps: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const undo of steps.splice(0).reverse()) await undo().catch((err) => log.error({ err }, 'while stopping'))
  }
  try {
    const onRestart = () => log.warn('the embedded database had died and was started again')
    const database = await openDatabase({ ...env, mayJoin: role === 'worker', onRestart })
    steps.push(database.close)
    const { db, pool } = connect(database.url, poolSize)
    steps.push(() => pool.end())
    await refuseDemoInProduction(env, db)
    if (env.demo) await seed(db)

    const live = await startLive(pool, (err) => log.error({ err }, 'live updates lost their connection'))
    steps.push(() => live.close())
    const gateways = gatewaysOf(env)
    const identities = identitiesOf(env)
    const deps = { db, pool, live, env, log, gateways, identities, codes: codesOf(env, log), now: () => new Date() }
    if (role !== 'web') steps.push((await startWorker(deps)).stop)
    if (role === 'worker') return stop

    const files = await loadStatic(join(projectRoot(), 'dist'))
    let isStopping = false
    const obstacle = async () => (isStopping ? 'stopping' : (await isMigrated(pool)) ? null : 'not migrated')
    const server = await listen(createApp({ ...deps, files, asset: files.asset, obstacle }).fetch, env)
    steps.push(async () => {
      isStopping = true
      live.endStreams()
      await server.close()
    })
    return stop
  } catch (e) {
    await stop()
    throw e
  }
}

async function seed(db: Db): Promise<void> {
  const { seedDemo } = await import('./db/seed/seed')
  await seedDemo(db, { now: new Date() })
}

async function refuseDemoInProduction(env: Env, db: Db): Promise<void> {
  if (!env.isProduction) return
  const demo = await db
    .selectFrom('account')
    .select(['username', 'name'])
    .where('isDemo', '=', true)
    .where('isActive', '=', true)
    .execute()
  const names = demo.map(({ username, name }) => username ?? name).join(', ')
  if (names)
    throw new Unfit(
      `NODE_ENV: production refuses this database, which has demo accounts with public passwords: ${names}`,
    )
}
