import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import type { RunAs } from './run-as'

export const USER = 'comanda'
const PASSWORD = 'comanda.password'

/**
 * Makes the cluster where there is none. It is built aside and moved into place whole, so a crash half-way leaves nothing
 * that looks like a database, and of two processes that try at once one wins.
 * @param dir holds the cluster and its log
 */
export async function ensureCluster(dir: string, programs: Binaries, as: RunAs, durable: boolean): Promise<string> {
  const cluster = join(dir, 'cluster')
  if (await exists(cluster)) return cluster
  await sweep(dir)
  const aside = join(dir, `cluster-${process.pid}-${randomBytes(3).toString('hex')}.new`)
  const password = randomBytes(24).toString('base64url')
  await mkdir(aside, { mode: 0o700 })
  await own(as, aside)
  const passwordFile = join(dir, `${aside.split(/[\\/]/).at(-1)}.password`)
  await writeFile(passwordFile, password, { mode: 0o600 })
  await own(as, passwordFile)
  try {
    await initialise(programs, as, aside, passwordFile, durable)
    await rename(passwordFile, join(aside, PASSWORD))
    await rename(aside, cluster)
  } catch (e) {
    await rm(aside, { recursive: true, force: true })
    await rm(passwordFile, { force: true })
    if (!(await exists(cluster))) throw e
  }
  return cluster
}

/** The connection string of a cluster's server. */
export async function urlOf(cluster: string, port: number, database: string): Promise<string> {
  const password = await readFile(join(cluster, PASSWORD), 'utf8')
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`
}

async function initialise(programs: Binaries, as: RunAs, pgdata: string, passwordFile: string, durable: boolean) {
  const args = ['-D', pgdata, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8']
  args.push('--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (!durable) args.push('--no-sync')
  const child = as.start(programs.initdb, args, ['ignore', 'pipe', 'pipe'])
  let said = ''
  child.stdout?.on('data', (chunk) => (said += chunk))
  child.stderr?.on('data', (chunk) => (said += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The embedded database could not be made (initdb): ${said.trim()}`)
}

/** Removes what a start that was killed half-way left behind. */
async function sweep(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    if (!/^cluster-.*\.new(\.password)?$/.test(name)) continue
    const { mtimeMs } = await stat(join(dir, name))
    if (Date.now() - mtimeMs > 120_000) await rm(join(dir, name), { recursive: true, force: true })
  }
}

async function own(as: RunAs, path: string): Promise<void> {
  if (as.owner) await chown(path, as.owner.uid, as.owner.gid)
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
