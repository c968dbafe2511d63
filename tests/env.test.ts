import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EnvError, readEnv } from '../src/env'
import { keptSecrets } from '../src/secrets'

const dir = mkdtempSync(join(tmpdir(), 'comanda-env-'))
afterAll(() => rmSync(dir, { recursive: true }))

const kept = () => ({ sessionSecret: 'kept-session', jwtSecret: 'kept-jwt' })
const long = 'x'.repeat(48)
const production = { NODE_ENV: 'production', SESSION_SECRET: long, JWT_SECRET: long }

function problemOf(source: Record<string, string>): string {
  try {
    readEnv(source, kept)
    return 'none'
  } catch (e) {
    expect(e).toBeInstanceOf(EnvError)
    return (e as Error).message
  }
}

test('with nothing set, everything has a value fit for trying out', () => {
  expect(readEnv({}, kept)).toEqual({
    isProduction: false,
    port: 3000,
    host: undefined,
    dataDir: '.data',
    databaseUrl: null,
    sessionSecret: 'kept-session',
    jwtSecret: 'kept-jwt',
    demo: true,
    logLevel: 'info',
    publicUrl: 'http://localhost:3000',
    kotsms: null,
    line: null,
    liff: null,
    google: null,
    trustProxy: false,
  })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://localhost/comanda'],
  ['NODE_ENV', 'prod'],
  ['SESSION_SECRET', 'short'],
  ['JWT_SECRET', 'short'],
  ['DEMO', 'perhaps'],
  ['TRUST_PROXY', 'sometimes'],
  ['LOG_LEVEL', 'loud'],
  ['PUBLIC_URL', 'order.example'],
  ['PUBLIC_URL', 'ftp://order.example'],
])('%s=%s is refused with the name of the variable', (name, value) => {
  expect(problemOf({ [name]: value })).toMatch(new RegExp(`^${name}: .`))
})

test('every problem is told at once', () => {
  expect(problemOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2)
})

test('an empty variable counts as absent', () => {
  expect(readEnv({ DATABASE_URL: '', PORT: '' }, kept)).toMatchObject({ databaseUrl: null, port: 3000 })
})

test('production wants its own secrets', () => {
  expect(problemOf({ NODE_ENV: 'production' })).toMatch(/^SESSION_SECRET: is required.*\nJWT_SECRET: is required/)
})

test('production refuses demo accounts and never makes them by itself', () => {
  expect(problemOf({ ...production, DEMO: '1' })).toMatch(/^DEMO: must be off/)
  expect(readEnv(production, kept).demo).toBe(false)
})

test('a server of your own gets demo data only when asked', () => {
  const external = { DATABASE_URL: 'postgres://localhost/comanda' }
  expect([readEnv(external, kept).demo, readEnv({ ...external, DEMO: '1' }, kept).demo]).toEqual([false, true])
})

test('a public address loses the slash at its end', () => {
  expect(readEnv({ PUBLIC_URL: 'https://order.example/' }, kept).publicUrl).toBe('https://order.example')
})

test.each([
  [{ LINE_CHANNEL_ID: '1' }, 'LINE_CHANNEL_SECRET: is missing beside LINE_CHANNEL_ID'],
  [{ GOOGLE_CLIENT_SECRET: 's' }, 'GOOGLE_CLIENT_ID: is missing beside GOOGLE_CLIENT_SECRET'],
  [{ KOTSMS_USERNAME: 'us' }, 'KOTSMS_PASSWORD: is missing beside KOTSMS_USERNAME'],
  [{ LIFF_ID: '1-a' }, 'LIFF_ID: needs LINE_CHANNEL_ID, the channel that the LIFF app belongs to'],
  [{ ...production, LINE_API_URL: 'http://api.line.me' }, 'LINE_API_URL: must be https in production'],
])('half a sign-in elsewhere is refused: %o', (given, problem) => {
  expect(problemOf(given as Record<string, string>)).toBe(problem)
})

test('secrets are made once, kept, and readable by their owner alone', () => {
  const first = keptSecrets(join(dir, 'new'))
  const file = join(dir, 'new', 'secrets.json')

  expect(keptSecrets(join(dir, 'new'))).toEqual(first)
  expect(first.sessionSecret).not.toBe(first.jwtSecret)
  expect(existsSync(file) && statSync(file).mode & 0o777).toBe(0o600)
})

test('damaged secrets are named instead of silently replaced', () => {
  const damaged = mkdtempSync(join(dir, 'damaged-'))
  writeFileSync(join(damaged, 'secrets.json'), '{"sessionSecret":')
  expect(() => keptSecrets(damaged)).toThrow(/secrets\.json is damaged/)
})
