import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { bodyLimit } from '../../../src/routes/kit/body-limit'
import type { AppEnv } from '../../../src/routes/kit/context'

const app = new Hono<AppEnv>()
app.use(bodyLimit)
app.on(['GET', 'POST'], '/', async (c) => c.text(String((await c.req.text()).length)))

const mb = 1024 * 1024
const post = (length: number, headers: Record<string, string> = {}) =>
  app.request('/', { method: 'POST', body: 'x'.repeat(length), headers })

test('a body that says how long it is is judged by its word', async () => {
  expect((await post(10, { 'Content-Length': String(6 * mb) })).status).toBe(413)
  expect(await (await post(10, { 'Content-Length': '10' })).text()).toBe('10')
})

test('a body that does not say is counted', async () => {
  expect((await post(6 * mb)).status).toBe(413)
  expect(await (await post(4 * mb)).text()).toBe(String(4 * mb))
  expect((await post(6 * mb, { 'Transfer-Encoding': 'chunked', 'Content-Length': '1' })).status).toBe(413)
})

test('what has no body passes', async () => {
  expect((await app.request('/')).status).toBe(200)
})
