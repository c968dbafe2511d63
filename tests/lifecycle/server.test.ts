import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { isAlive, postmaster } from '../../src/db/embedded/postmaster'
import { freshDb } from '../support/db'
import { type Program, program } from '../support/program'
import { createDatabase, dropDatabases } from '../support/server'

vi.setConfig({ testTimeout: 90_000 })

const root = mkdtempSync(join(tmpdir(), 'comanda-server-'))
const newDataDir = () => mkdtempSync(join(root, 'data-'))

beforeAll(() => void execFileSync(process.execPath, ['scripts/build.mjs', '--if-needed']))
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

/** What `npm start`, `npm run web` and `npm run worker` run. */
function npm(script: 'start' | 'web' | 'worker', env: Record<string, string>): Program {
  onTestFinished(async () => {
    const orphan = env.DATA_DIR && (await postmaster(join(env.DATA_DIR, 'postgres/cluster')))
    if (orphan) process.kill(orphan.pid, 'SIGQUIT')
  })
  const role = script === 'start' ? [] : [script]
  return program(['scripts/start.mjs', ...role], {
    env: { PORT: '0', LOG_LEVEL: 'warn', DEMO: '0', DATA_DIR: newDataDir(), ...env },
  })
}

const urlOf = async (server: Program) => (await server.says(/Comanda is ready after .+: (http\S+)/))[1]!

async function emptyDatabase(): Promise<string> {
  const { server, prefix } = inject('database')
  const name = `${prefix}_lifecycle_${crypto.randomUUID().slice(0, 8)}`
  onTestFinished(() => dropDatabases(server, name))
  return createDatabase(server, name)
}

test('on an empty machine it serves, says after how many seconds, tells the demo sign-ins, and stops without a trace', async () => {
  const DATA_DIR = newDataDir()
  const server = npm('start', { DATA_DIR, DEMO: '1' })
  const url = await urlOf(server)
  await server.says(/Demo sign-ins: admin\/admin {2}.+staff\/staff {2}customer\/customer/)
  const database = (await postmaster(join(DATA_DIR, 'postgres/cluster')))!

  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ok' })
  expect(await server.end('SIGTERM')).toBe(0)
  expect(isAlive(database.pid)).toBe(false)
})

test('after kill -9 it starts again by itself, with the same secrets', async () => {
  const DATA_DIR = newDataDir()
  const first = npm('start', { DATA_DIR })
  await urlOf(first)
  const secrets = readFileSync(join(DATA_DIR, 'secrets.json'), 'utf8')
  await first.end('SIGKILL')

  const second = npm('start', { DATA_DIR })

  expect((await fetch(`${await urlOf(second)}/readyz`)).status).toBe(200)
  expect(readFileSync(join(DATA_DIR, 'secrets.json'), 'utf8')).toBe(secrets)
  expect(await second.end('SIGINT')).toBe(0)
})

test('a second start on the same data directory fails with what to do; a worker joins', async () => {
  const DATA_DIR = newDataDir()
  const web = npm('web', { DATA_DIR })
  const url = await urlOf(web)

  const second = npm('start', { DATA_DIR })
  expect(await second.end()).toBe(1)
  expect(second.said()).toMatch(/^Comanda already runs on .+DATA_DIR.+DATABASE_URL/m)

  const worker = npm('worker', { DATA_DIR })
  await worker.says(/worker is ready/)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(await worker.end('SIGTERM')).toBe(0)
  expect(await web.end('SIGTERM')).toBe(0)
})

test('web and worker processes that start at once share one empty database', async () => {
  const DATABASE_URL = await emptyDatabase()
  const shared = { DATABASE_URL, DATA_DIR: newDataDir() }
  const webs = [npm('web', shared), npm('web', shared)]
  const worker = npm('worker', shared)

  for (const web of webs) expect((await fetch(`${await urlOf(web)}/readyz`)).status).toBe(200)
  await worker.says(/worker is ready/)

  expect(existsSync(join(shared.DATA_DIR, 'postgres'))).toBe(false)
  expect(await Promise.all([...webs, worker].map((one) => one.end('SIGTERM')))).toEqual([0, 0, 0])
})

test('a configuration at fault ends the start with the names of the variables', async () => {
  const server = npm('start', { PORT: 'http', NODE_ENV: 'production' })

  expect(await server.end()).toBe(1)
  expect(server.said()).toMatch(/^PORT: must be a number$/m)
  expect(server.said()).not.toMatch(/\bat .+\.(js|ts):/)
})

test('production refuses a database with demo accounts', async () => {
  const { db, url } = await freshDb()
  await db.insertInto('account').values({ id: crypto.randomUUID(), username: 'admin', isDemo: true }).execute()
  const secret = 'x'.repeat(48)

  const server = npm('start', {
    DATABASE_URL: url,
    NODE_ENV: 'production',
    SESSION_SECRET: secret,
    JWT_SECRET: secret,
    DEMO: '',
  })

  expect(await server.end()).toBe(1)
  expect(server.said()).toContain('demo accounts with public passwords: admin')
})

test('/readyz says no while the database is away and yes when it is back', async () => {
  const DATABASE_URL = await emptyDatabase()
  const server = npm('web', { DATABASE_URL })
  const url = await urlOf(server)
  const admin = new pg.Client({ connectionString: inject('database').server })
  await admin.connect()
  const name = new URL(DATABASE_URL).pathname.slice(1)

  await admin.query(`alter database ${name} allow_connections false`)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(503)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)

  await admin.query(`alter database ${name} allow_connections true`)
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200)
  await admin.end()
  expect(await server.end('SIGTERM')).toBe(0)
})
