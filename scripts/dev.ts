// npm run dev: rebuilds and restarts on every change. The database stays up in between.
import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { openDatabase } from '../src/db/open'

const quietMs = 150
const env: Record<string, string | undefined> = { DEMO: '1', DATA_DIR: '.data', ...process.env }
const database = await openDatabase({ databaseUrl: env.DATABASE_URL || null, dataDir: env.DATA_DIR!, mayJoin: false })
let server: ChildProcess | null = null
let timer: NodeJS.Timeout | undefined
let turn = Promise.resolve()

async function restart(): Promise<void> {
  if (spawnSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { stdio: 'inherit' }).status !== 0) return
  await stopServer()
  server = fork('dist/server.js', { env: { ...env, DATABASE_URL: database.url }, execArgv: ['--enable-source-maps'] })
}

async function stopServer(): Promise<void> {
  if (server?.exitCode !== null || !server.kill('SIGTERM')) return
  await once(server, 'exit')
}

for (const directory of ['src', 'static', 'scripts/build', 'migrations'])
  watch(directory, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      turn = turn.then(restart)
    }, quietMs)
  })
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    await stopServer()
    await database.close()
    process.exit(0)
  })
await restart()
