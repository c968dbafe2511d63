import { once } from 'node:events'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Env } from './env'

/** This process cannot run as it was asked to; the message says what to change. */
export class Unfit extends Error {}

/** Requests under way at shutdown get this long to finish. */
const graceMs = 10_000

/** Serves the app on the configured address; `close` takes no more requests and lets those under way finish. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Pick<Env, 'host' | 'port'>,
): Promise<{ close(): Promise<void> }> {
  const server = serve({ fetch, port, ...(host ? { hostname: host } : {}) }) as Server
  await listening(server, port)
  return {
    async close() {
      const closed = once(server, 'close')
      server.close()
      // A browser keeps its connection after the answer: each is closed as soon as nothing is under way on it.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const late = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearInterval(idle)
      clearTimeout(late)
    },
  }
}

async function listening(server: Server, port: number): Promise<void> {
  try {
    await once(server, 'listening')
  } catch (e) {
    const { code } = e as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Unfit(`PORT: ${port} is taken by another program; choose another, as in PORT=3001 npm start`)
    if (code === 'EACCES') throw new Unfit(`PORT: this user may not listen on ${port}; choose one above 1023`)
    throw e
  }
}
