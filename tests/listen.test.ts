import { once } from 'node:events'
import { createServer, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { expect, test, vi } from 'vitest'
import { freePort } from '../src/db/embedded/server'
import { listen } from '../src/listen'

test('a port in use is told by its name, with what to do', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo

  await expect(listen(() => new Response('hi'), { host: undefined, port })).rejects.toThrow(
    `PORT: ${port} is taken by another program; choose another, as in PORT=3001 npm start`,
  )
  other.close()
})

test('closing takes no new requests and lets the one under way finish', async () => {
  const port = await freePort()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const app = new Hono().get('/', async (c) => {
    begin()
    await answered
    return c.text('served')
  })
  const server = await listen(app.fetch, { host: '127.0.0.1', port })
  const slow = fetch(`http://127.0.0.1:${port}/`)
  await begun

  const closed = server.close()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  answer()

  expect(await (await slow).text()).toBe('served')
  await closed
})

test('closing does not wait for a browser that keeps its connection after a stream has ended', async () => {
  const port = await freePort()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const app = new Hono().get('/stream', (c) =>
    streamSSE(c, async (sse) => {
      await sse.writeSSE({ event: 'beat', data: '1' })
      await ended
    }),
  )
  const server = await listen(app.fetch, { host: '127.0.0.1', port })
  const reader = (await fetch(`http://127.0.0.1:${port}/stream`)).body!.getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: beat')

  // Else Node waits until the browser has been silent for five seconds.
  const closesIdle = vi.spyOn(Server.prototype, 'closeIdleConnections')
  const closed = server.close()
  closesIdle.mockClear()
  end()
  await closed

  expect(closesIdle).toHaveBeenCalled()
  expect((await reader.read()).done).toBe(true)
})
