import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { binaries } from './embedded/binaries'
import { ensureCluster, urlOf } from './embedded/cluster'
import { ownership, stopOrphan } from './embedded/ownership'
import { postmaster, until } from './embedded/postmaster'
import { runAs } from './embedded/run-as'
import { freePort, launch, stopServer } from './embedded/server'

export type Embedded = { url: string; stop(): Promise<void> }

type Options = {
  /** Directory that holds the cluster and the server's log. */
  dir: string
  /** False only for tests: a power cut may then lose everything. */
  durable?: boolean
  /** Told when the server died by itself and was started again. */
  onRestart?: () => void
}

const DATABASE = 'comanda'
const START_MS = 60_000

/**
 * Starts the embedded PostgreSQL server on `dir`, making its cluster first if there is none.
 * A server left running by a crash is stopped and started anew. Throws when another live process owns it.
 */
export async function startEmbedded({ dir: given, durable = true, onRestart }: Options): Promise<Embedded> {
  const dir = resolve(given)
  await mkdir(dir, { recursive: true })
  const programs = binaries()
  const as = await runAs([programs.home, dir])
  const cluster = await ensureCluster(dir, programs, as, durable)
  await stopOrphan(cluster, dir, programs)

  const port = await freePort()
  const start = () => launch({ cluster, dir, programs, as, durable, port })
  let server = await start()
  let owner = await ownership(await urlOf(cluster, port, 'postgres'), DATABASE)
  let isStopping = false

  const watch = () =>
    server.once('exit', async () => {
      if (isStopping) return
      owner.end().catch(() => {}) // Its server is gone: nothing to wait for.
      const again = await until(Number.POSITIVE_INFINITY, async () => {
        if (isStopping) return 'stopping' as const
        return start().catch(() => null)
      })
      if (!again || again === 'stopping') return
      server = again
      owner = await ownership(await urlOf(cluster, port, 'postgres'), DATABASE)
      watch()
      onRestart?.()
    })
  watch()

  return {
    url: await urlOf(cluster, port, DATABASE),
    async stop() {
      isStopping = true
      await owner.end().catch(() => {})
      await stopServer(server.pid!, cluster, programs)
    },
  }
}

/** The connection string of the embedded server that another process of ours runs on `dir`; null when none does. */
export async function joinEmbedded(dir: string): Promise<string | null> {
  const cluster = join(resolve(dir), 'cluster')
  if (!(await postmaster(cluster))) return null
  const ready = await until(START_MS, async () => {
    const now = await postmaster(cluster)
    return now?.isReady ? now : null
  })
  return ready && urlOf(cluster, ready.port, DATABASE)
}
