import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { AppEnv, Deps } from '../../../src/routes/kit/context'
import { health } from '../../../src/routes/kit/health'
import { logger } from '../../../src/routes/kit/logger'
import { registry } from '../../../src/routes/kit/metrics'
import { freshDb } from '../../support/db'

type Line = {
  requestId: string
  method: string
  route: string
  path: string
  status: number
  ms: number
  level: number
}

async function siteWith(obstacle: Deps['obstacle']) {
  const { db, pool } = await freshDb()
  const lines: Line[] = []
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) })
  const app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', { db, pool, log, obstacle } as Deps)
    return next()
  })
  app.use(health, requestId(), logger)
  app.get('/orders/:id', (c) => c.text('an order'))
  return { app, lines }
}

test('a process that lives says so even when the database does not', async () => {
  const { app } = await siteWith(async () => 'no database')
  expect((await app.request('/healthz')).status).toBe(200)

  const ready = await app.request('/readyz')
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready', reason: 'no database' }])
})

test('a database that fails to answer makes a process not ready, not slow', async () => {
  const { app } = await siteWith(() => Promise.reject(new Error('connection refused')))
  expect(await (await app.request('/readyz')).json()).toEqual({ status: 'not ready', reason: 'connection refused' })
})

test('metrics tell requests by their pattern, jobs by their state and connections by their use', async () => {
  registry.resetMetrics()
  const { app } = await siteWith(async () => null)
  await app.request('/orders/4711')
  await app.request('/orders/4712')
  await app.request('/no/such/page')

  const text = await (await app.request('/metrics')).text()

  expect(text).toMatch(/comanda_http_request_seconds_count\{method="GET",route="\/orders\/:id",status="200"\} 2/)
  expect(text).toMatch(/comanda_http_request_seconds_count\{method="GET",route="none",status="404"\} 1/)
  expect(text).not.toContain('4711')
  expect(text).toMatch(/comanda_jobs\{state="ready"\} 0/)
  expect(text).toMatch(/comanda_db_connections\{state="wanted"\} 0/)
})

test('every request leaves one line with its id, which the reader is given too', async () => {
  const { app, lines } = await siteWith(async () => null)

  const answer = await app.request('/orders/4711', { headers: { 'X-Request-Id': 'abc-123' } })

  expect(answer.headers.get('X-Request-Id')).toBe('abc-123')
  expect(lines).toMatchObject([
    { requestId: 'abc-123', method: 'GET', route: '/orders/:id', path: '/orders/4711', status: 200, level: 30 },
  ])
})

test('a request id that could forge a log line is replaced', async () => {
  const { app, lines } = await siteWith(async () => null)
  await app.request('/orders/1', { headers: { 'X-Request-Id': 'a b{"level":60}' } })
  expect(lines[0]!.requestId).toMatch(/^[0-9a-f-]{36}$/)
})
