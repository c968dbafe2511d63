import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../../src/db/embedded'
import { isAlive, postmaster } from '../../src/db/embedded/postmaster'
import { migrate } from '../../src/db/migrate'
import { createDatabase, dropDatabases } from './server'

declare module 'vitest' {
  export interface ProvidedContext {
    database: { server: string; template: string; prefix: string }
  }
}

/** One PostgreSQL for the run (or that of DATABASE_URL), and in it a migrated database from which every test file gets a clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = process.env.DATABASE_URL ? await given(process.env.DATABASE_URL) : await embedded()
  const prefix = `comanda_test_${process.pid}_${Date.now().toString(36)}`
  const template = `${prefix}_template`
  await migrate(await createDatabase(url, template))
  project.provide('database', { server: url, template, prefix })
  return async () => {
    await dropDatabases(url, prefix)
    await stop()
  }
}

const given = async (url: string) => ({ url, stop: async () => {} })

async function embedded() {
  await sweep()
  const dir = await mkdtemp(join(tmpdir(), 'comanda-vitest-'))
  await writeFile(join(dir, 'run.pid'), String(process.pid))
  const server = await startEmbedded({ dir, durable: false })
  const stop = async () => {
    await server.stop()
    await rm(dir, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

/** A run that was killed leaves its server behind: the next one clears it away. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith('comanda-vitest-')) continue
    const dir = join(tmpdir(), name)
    const pid = Number(await readFile(join(dir, 'run.pid'), 'utf8').catch(() => ''))
    if (!pid || isAlive(pid)) continue
    const server = await postmaster(join(dir, 'cluster')).catch(() => null)
    if (server) process.kill(server.pid, 'SIGQUIT')
    await rm(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => {})
  }
}
