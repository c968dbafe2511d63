import type { IncomingMessage } from 'node:http'
import type { C } from './context'

type NodeBindings = { incoming?: Pick<IncomingMessage, 'socket'> } | undefined

/**
 * The caller's network address, for limits on tries. Behind a proxy every caller has the proxy's, so with TRUST_PROXY the last entry of
 * X-Forwarded-For counts: that one the proxy wrote itself.
 */
export function addressOf(c: C): string {
  if (c.var.deps.env.trustProxy) {
    const last = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim()
    if (last) return last.slice(0, 64)
  }
  return (c.env as NodeBindings)?.incoming?.socket.remoteAddress ?? 'unknown'
}
