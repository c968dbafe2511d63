import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/db/embedded'
import { sessionSecret } from './browser'

export type Site = { base: URL; databaseUrl: string; app: number; postmaster: number; close(): Promise<void> }

/** The built app as users run it, on a real PostgreSQL of its own with its ordinary durability, and the demo's data. */
export async function openSite(): Promise<Site> {
  const dir = await mkdtemp(join(tmpdir(), 'comanda-bench-'))
  const database = await startEmbedded({ dir })
  const child = spawn(process.execPath, ['dist/server.js'], {
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: dir,
      PORT: '0',
      DEMO: '1',
      LOG_LEVEL: 'error',
      SESSION_SECRET: sessionSecret,
      JWT_SECRET: sessionSecret,
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      const [, found] = /ready after [\d.]+ s: (\S+)/.exec(said) ?? []
      if (found) resolve(found)
    })
    child.once('close', () => reject(new Error(`the app ended before it was ready: ${said}`)))
  })
  const postmaster = Number((await readFile(join(dir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    base: new URL(url),
    databaseUrl: database.url,
    app: child.pid ?? 0,
    postmaster,
    async close() {
      child.kill('SIGTERM')
      await ended
      await database.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
