import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** What a running server says about itself in postmaster.pid. */
export type Postmaster = { pid: number; startedAt: Date; port: number; isReady: boolean }

const fileOf = (cluster: string) => join(cluster, 'postmaster.pid')

async function linesOf(cluster: string): Promise<{ lines: string[]; pid: number; isRunning: boolean }> {
  const lines = (await readFile(fileOf(cluster), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return { lines, pid, isRunning: pid > 0 && (await isServer(pid, lines[1] ?? '')) }
}

/** The server that runs on this cluster now, or null. A pid file left by a crash, its number perhaps taken over, is no server. */
export async function postmaster(cluster: string): Promise<Postmaster | null> {
  const { lines, pid, isRunning } = await linesOf(cluster)
  if (!isRunning) return null
  return {
    pid,
    startedAt: new Date(Number(lines[2]) * 1000),
    port: Number(lines[3]),
    isReady: lines[7]?.trim() === 'ready',
  }
}

/**
 * Removes the pid file that a crash left. Only for whoever is about to start a server: a mere look at one that is just starting must
 * never take its file away, because PostgreSQL stops within the minute when that is gone.
 */
export async function forgetPostmaster(cluster: string): Promise<void> {
  const { pid, isRunning } = await linesOf(cluster)
  if (pid > 0 && !isRunning) await rm(fileOf(cluster), { force: true })
}

/** Waits until `state` gives something, looking again every 20 ms. Null after `ms`. */
export async function until<T>(ms: number, state: () => Promise<T | null | undefined | false>): Promise<T | null> {
  for (const end = Date.now() + ms; ; ) {
    const found = await state()
    if (found) return found
    if (Date.now() > end) return null
    await sleep(20)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (e) {
    return (e as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isServer(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => commandByPs(pid))
  // Windows shows no command line; a process there is taken at its word.
  return process.platform === 'win32' || (command.includes('postgres') && command.includes(cluster))
}

async function commandByPs(pid: number): Promise<string> {
  const ps = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => null)
  return ps?.stdout ?? ''
}
