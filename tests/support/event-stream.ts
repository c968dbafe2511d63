import { type AddressInfo, createServer } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { onTestFinished } from 'vitest'
import type { App } from '../../src/routes/kit/context'
import type { Client } from './client'

/** A real server for an app, on a port of its own, closed when the test ends; gives its origin. */
export async function listen(app: App): Promise<string> {
  const port = await freePort()
  const server = await new Promise<ServerType>((resolve) => {
    const made = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(made))
  })
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${port}`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export type StreamEvent = { event: string; id: string; at: number }

/** A page's event stream over the wire. `next` waits for an event of that name that has not been taken yet. */
export async function streamOf(url: string, client: Client, headers: Record<string, string> = {}) {
  const abort = new AbortController()
  onTestFinished(() => abort.abort())
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(url, { headers: { Cookie: cookie, ...headers }, signal: abort.signal })
  const events: StreamEvent[] = []
  const waiting = new Set<() => void>()
  void (async () => {
    let rest = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const pieces = (rest + chunk).split('\n\n')
      rest = pieces.pop()!
      for (const piece of pieces) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(piece)?.[1] ?? ''
        events.push({ event: field('event'), id: field('id'), at: Date.now() })
      }
      for (const wake of waiting) wake()
    }
  })().catch(() => {})
  const take = (name: string) => {
    const index = events.findIndex(({ event }) => event === name)
    return index < 0 ? undefined : events.splice(index, 1)[0]
  }
  return {
    status: response.status,
    type: response.headers.get('Content-Type') ?? '',
    events,
    close: () => abort.abort(),
    async next(name: string, withinMs = 3_000): Promise<StreamEvent> {
      const deadline = Date.now() + withinMs
      for (;;) {
        const found = take(name)
        if (found) return found
        const left = deadline - Date.now()
        if (left <= 0) throw new Error(`no ${name} within ${withinMs} ms`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          waiting.add(() => {
            clearTimeout(timer)
            resolve()
          })
        })
      }
    },
  }
}
