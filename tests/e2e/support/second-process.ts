import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../../src/db/embedded/server'
import { databaseUrl } from './database'

export type SecondProcess = { url: string; stop(): Promise<void> }

/** Another web process on the database of the site under test, as `npm run web` starts it; `more` is told to it alone. */
export async function secondProcess(more: Record<string, string> = {}): Promise<SecondProcess> {
  const port = await freePort()
  const own = { PORT: String(port), DATABASE_URL: await databaseUrl(), DEMO: '0', LOG_LEVEL: 'warn' }
  const env = { ...process.env, ...own, ...more }
  const child = spawn(process.execPath, ['dist/server.js', 'web'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await ready(child)
  return {
    url: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function ready(child: ChildProcess): Promise<void> {
  let said = ''
  for await (const chunk of child.stdout!) {
    said += chunk
    if (said.includes('is ready')) return
  }
  throw new Error(`the second process ended: ${said}`)
}
