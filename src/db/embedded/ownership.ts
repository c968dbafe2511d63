import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries'
import { urlOf } from './cluster'
import { forgetPostmaster, postmaster, until } from './postmaster'
import { stopServer } from './server'

/** Held in the server for as long as its owner lives: it tells a server in use from one that a crash left behind. */
const OWNER_LOCK = 1_668_246_881
/** A server younger than this may belong to a process that has not yet taken the lock. */
const GRACE_MS = 2_000
const WAIT_MS = 60_000

/** Another live process owns the database of this data directory. */
export class EmbeddedBusy extends Error {}

/** Marks the server as ours and makes the database in it. The connection returned is the mark; ending it gives the server up. */
export async function ownership(url: string, database: string): Promise<pg.Client> {
  const client = await connected(url)
  if (!(await locked(client))) throw new EmbeddedBusy('Another process took over the embedded database.')
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`)
  return client
}

/** Stops a server that has lost its owner, and removes what one left that is gone. Throws when the owner lives. */
export async function stopOrphan(cluster: string, dir: string, programs: Binaries): Promise<void> {
  const server = await until(WAIT_MS, async () => {
    const now = await postmaster(cluster)
    return !now || now.isReady ? { now } : null
  })
  if (!server)
    throw new Error(`The embedded database in ${dir} neither starts nor stops; look into ${dir}/postgres.log`)
  if (!server.now) return forgetPostmaster(cluster)
  await sleep(Math.max(0, server.now.startedAt.getTime() + GRACE_MS - Date.now()))
  const isFree = await unowned(await urlOf(cluster, server.now.port, 'postgres'))
  if (isFree) await stopServer(server.now.pid, cluster, programs)
  else
    throw new EmbeddedBusy(
      `Comanda already runs on ${dir} (its database answers on port ${server.now.port}). ` +
        'Stop it first, or give this one another DATA_DIR. To run several processes on one database, set DATABASE_URL.',
    )
}

async function unowned(url: string): Promise<boolean> {
  const client = await connected(url)
  try {
    return await locked(client)
  } finally {
    await client.end()
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'comanda owner', keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function locked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [OWNER_LOCK])
  return rows[0]!.taken
}
