import { streamSSE } from 'hono/streaming'
import type { LiveTopic } from '../../domain/shared/live'
import type { C } from './context'
import { openStreams } from './metrics'

const beatMs = 5_000

/**
 * A page's event stream: one named event per topic that changed, and a `beat` every 5 s that proves the stream is alive (R35).
 * Events carry no content: panels fetch themselves anew. What changed since the page was rendered (`?since=`) or since the
 * last event seen (Last-Event-ID) is told again first, so nothing is missed while disconnected.
 */
export function stream(c: C, topics: Record<string, LiveTopic>): Response {
  const { live } = c.var.deps
  const since = Number(c.req.header('Last-Event-ID') ?? c.req.query('since') ?? Number.NaN)
  const byTopic = Object.entries(topics)
  c.header('Cache-Control', 'no-store')
  c.header('X-Accel-Buffering', 'no')
  // Whoever asks for the head alone never hangs up: a stream begun for them would stay open for good.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
  return streamSSE(c, async (sse) => {
    const send = (event: string) =>
      void sse.writeSSE({ event, data: '1', id: String(Date.now()) }).catch(() => sse.abort())
    const unsubscribe = live.subscribe(Object.values(topics), (changed) => {
      for (const [event, topic] of byTopic) if (topic === changed) send(event)
    })
    let forget = () => {}
    const ended = new Promise<void>((resolve) => {
      sse.onAbort(resolve)
      forget = live.onClose(resolve)
    })
    for (const [event, topic] of byTopic) if (live.hasChangedSince(topic, since)) send(event)
    send('beat')
    const timer = setInterval(() => send('beat'), beatMs)
    openStreams.inc()
    await ended
    openStreams.dec()
    clearInterval(timer)
    forget()
    unsubscribe()
  })
}
