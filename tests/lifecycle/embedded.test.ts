import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { isAlive, postmaster, until } from '../../src/db/embedded/postmaster'
import { program } from '../support/program'

vi.setConfig({ testTimeout: 90_000 })

const root = mkdtempSync(join(tmpdir(), 'comanda-lifecycle-'))
const hold = resolve(`node_modules/.cache/comanda/hold-${process.pid}.mjs`)
const isRoot = process.getuid?.() === 0

beforeAll(() =>
  build({
    entryPoints: ['tests/lifecycle/hold.ts'],
    outfile: hold,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
  }),
)
afterAll(() => {
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  rmSync(hold, { force: true })
})

const newDataDir = () => mkdtempSync(join(root, 'data-'))
const clusterOf = (dataDir: string) => join(dataDir, 'postgres/cluster')

/** Holds the database open; whatever happens to the test, no server stays behind. */
async function open(dataDir: string) {
  const holder = start(dataDir)
  const [, url = ''] = await holder.says(/^open (postgres:\S+)/m)
  return { ...holder, url, server: (await postmaster(clusterOf(dataDir)))! }
}

function start(dataDir: string, how: { uid?: number; gid?: number } = {}) {
  onTestFinished(async () => {
    const server = await postmaster(clusterOf(dataDir))
    if (server) process.kill(server.pid, 'SIGQUIT')
  })
  return program([hold], { env: { DATA_DIR: dataDir }, ...how })
}

const readdirOf = (dir: string) => (existsSync(dir) ? readdirSync(dir) : [])

const take = (server: Server, port: number) =>
  new Promise<boolean>((tell) => {
    server.once('error', () => tell(false))
    server.listen(port, '127.0.0.1', () => tell(true))
  })

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await promisify(execFile)('id', [flag, user])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

test('stopping leaves no server, and what was written is there at the next start', async () => {
  const dataDir = newDataDir()
  const first = await open(dataDir)
  await ask(first.url, 'create table note as select 1 as n')

  expect(await first.end('SIGTERM')).toBe(0)
  expect(isAlive(first.server.pid)).toBe(false)

  const second = await open(dataDir)
  expect(await ask(second.url, 'select n from note')).toBe(1)
  expect(await second.end('SIGTERM')).toBe(0)
})

test('after kill -9 the orphaned server is replaced and everything committed is kept', async () => {
  const dataDir = newDataDir()
  const first = await open(dataDir)
  await ask(first.url, 'create table note as select 2 as n')
  expect(await first.end('SIGKILL')).toBe('SIGKILL')
  expect(isAlive(first.server.pid)).toBe(true)

  const second = await open(dataDir)

  expect(isAlive(first.server.pid)).toBe(false)
  expect(await ask(second.url, 'select n from note')).toBe(2)
  await second.end('SIGTERM')
})

test('a second start on the same data directory says so and disturbs nobody', async () => {
  const dataDir = newDataDir()
  const first = await open(dataDir)

  const second = start(dataDir)

  expect(await second.end()).toBe(1)
  expect(second.said()).toMatch(
    /EmbeddedBusy: Comanda already runs on .+ Stop it first, or give this one another DATA_DIR/,
  )
  expect(await ask(first.url, 'select 1')).toBe(1)
  await first.end('SIGTERM')
})

test('of two first starts at the same moment one runs and the other says why not', async () => {
  const dataDir = newDataDir()
  const both = [start(dataDir), start(dataDir)]

  const outcomes = await Promise.all(
    both.map((one) => one.says(/^open |EmbeddedBusy|Error/m).then(([word]) => word.trim())),
  )

  expect(outcomes.sort()).toEqual(['EmbeddedBusy', 'open'])
  for (const one of both) await one.end('SIGTERM')
})

test('a server that dies by itself is started again at the same address', async () => {
  const dataDir = newDataDir()
  const holder = await open(dataDir)

  process.kill(holder.server.pid, 'SIGKILL')
  await holder.says(/restarted/)

  expect(await ask(holder.url, 'select 1')).toBe(1)
  await holder.end('SIGTERM')
})

test('a server whose address somebody sits on meanwhile is started as soon as it is free', async () => {
  const dataDir = newDataDir()
  const holder = await open(dataDir)
  const squatter = createServer()

  holder.child.kill('SIGSTOP')
  process.kill(holder.server.pid, 'SIGKILL')
  await until(10_000, async () => squatter.listening || (await take(squatter, holder.server.port)))
  holder.child.kill('SIGCONT')
  await sleep(500)
  expect(holder.said()).not.toMatch(/restarted/)
  await new Promise((done) => squatter.close(done))
  await holder.says(/restarted/)

  expect(await ask(holder.url, 'select 1')).toBe(1)
  await holder.end('SIGTERM')
})

test('a pid file that a power cut left, its number now another program, blocks nothing', async () => {
  const dataDir = newDataDir()
  await (await open(dataDir)).end('SIGTERM')
  const file = join(clusterOf(dataDir), 'postmaster.pid')
  writeFileSync(file, `${process.pid}\n${clusterOf(dataDir)}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`)
  const { uid, gid } = statSync(clusterOf(dataDir))
  chownSync(file, uid, gid)

  const again = await open(dataDir)

  expect(await ask(again.url, 'select 1')).toBe(1)
  await again.end('SIGTERM')
})

test('a first start that is killed half-way is simply made again', async () => {
  const dataDir = newDataDir()
  const first = start(dataDir)
  await until(10_000, async () => readdirOf(join(dataDir, 'postgres')).some((name) => name.endsWith('.new')))
  await first.end('SIGKILL')

  const second = await open(dataDir)

  expect(await ask(second.url, 'select count(*)::int from brand')).toBe(0)
  await second.end('SIGTERM')
})

/** Whether everybody may read this checkout: under /root nobody else may. */
function isOpen(path = import.meta.dirname): boolean {
  return (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isOpen(dirname(path)))
}

test.runIf(isRoot && isOpen())('an ordinary user runs it too', async () => {
  const dataDir = newDataDir()
  const ids = await idsOf('nobody')
  chmodSync(root, 0o755)
  chownSync(dataDir, ids.uid, ids.gid)

  const holder = start(dataDir, ids)
  const [, url = ''] = await holder.says(/^open (postgres:\S+)/m)

  expect(await ask(url, 'select 1')).toBe(1)
  expect(await holder.end('SIGTERM')).toBe(0)
})

test.runIf(isRoot)('root runs it from a directory that is closed to everyone else, as /root is', async () => {
  const closed = join(root, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const dataDir = join(closed, 'data')

  const holder = await open(dataDir)

  expect(await ask(holder.url, 'select 1')).toBe(1)
  expect(await holder.end('SIGTERM')).toBe(0)
})
