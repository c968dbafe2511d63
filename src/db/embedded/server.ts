import type { ChildProcess } from 'node:child_process'
import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './binaries'
import { isAlive, postmaster, until } from './postmaster'
import type { RunAs } from './run-as'

type Launch = { cluster: string; dir: string; programs: Binaries; as: RunAs; durable: boolean; port: number }

const START_MS = 60_000
const STOP_MS = 15_000
const FRAGILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

/** Starts the server in a process group of its own, so that Ctrl-C reaches us alone and it stops last. Resolves when ready. */
export async function launch({ cluster, dir, programs, as, durable, port }: Launch): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, 'timezone=UTC', 'jit=off']
  settings.push('max_connections=200', 'shared_buffers=128MB', 'log_timezone=UTC', ...(durable ? [] : FRAGILE))
  const args = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])]
  const logFile = join(dir, 'postgres.log')
  const log = await open(logFile, 'w')
  const server = as.start(programs.postgres, args, ['ignore', log.fd, log.fd])
  await log.close()
  let isGone = false
  server.once('error', () => (isGone = true))
  server.once('exit', () => (isGone = true))
  const ready = await until(START_MS, async () => {
    if (isGone) return 'gone' as const
    const now = await postmaster(cluster)
    return now?.pid === server.pid && now?.isReady ? ('ready' as const) : null
  })
  if (ready === 'ready') return server
  if (!isGone) server.kill('SIGQUIT')
  const said = await readFile(logFile, 'utf8')
  throw new Error(`The embedded database did not start. Its log says:\n${said.trim().split('\n').slice(-8).join('\n')}`)
}

/** Fast shutdown: open connections end, everything committed is on disk. If that hangs, the next start recovers from the log. */
export async function stopServer(pid: number, cluster: string, programs: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    await promisify(execFile)(programs.pgCtl, ['stop', '-D', cluster, '-m', 'fast']).catch(() => {})
    return
  }
  signal(pid, 'SIGINT')
  if (await until(STOP_MS, async () => !isAlive(pid))) return
  signal(pid, 'SIGQUIT')
  await until(STOP_MS, async () => !isAlive(pid))
}

/**
 * A port nobody listens on, below those that systems hand out for outgoing connections (from 32768 on Linux, 49152 elsewhere):
 * a server that died comes back at its address, which nobody may have been given meanwhile.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((tell) => {
      probe.once('error', () => tell(false))
      probe.listen(port, '127.0.0.1', () => tell(true))
    })
    if (!isFree) continue
    await new Promise((done) => probe.close(done))
    return port
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has gone already.
  }
}
