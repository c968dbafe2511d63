import type { Pool, PoolClient } from 'pg'

/** What can change under an open page. A ping names a topic; the page asks again for what it shows. */
export type LiveTopic =
  | `store:${string}:${'menu' | 'orders' | 'tickets' | 'deliveries' | 'sagas' | 'tablets'}`
  | `order:${string}`

type Listener = (topic: LiveTopic) => void

const channel = 'comanda_live'
const coalesceMs = 50
const maxPayload = 7000
const memoryMs = 10 * 60_000
/** Clocks of several processes differ a little, and a ping travels. */
const slackMs = 2_000

const outbound = new Set<LiveTopic>()
let send: ((topics: LiveTopic[]) => void) | null = null
let timer: NodeJS.Timeout | null = null

/** Queues pings; all of one process leave together in one tiny NOTIFY at most every 50 ms (R40). */
export function publish(topics: Iterable<LiveTopic>): void {
  if (!send) return
  for (const topic of topics) outbound.add(topic)
  timer ??= setTimeout(flush, coalesceMs)
}

function flush(): void {
  timer = null
  const topics = [...outbound]
  outbound.clear()
  send?.(topics)
}

export type Live = {
  /** Calls `listener` for every ping of these topics, from any process; returns how to stop. */
  subscribe(topics: LiveTopic[], listener: Listener): () => void
  /** Whether a topic changed at or after `since` (ms), as far as this process can tell: when in doubt, yes. */
  hasChangedSince(topic: LiveTopic, since: number): boolean
  /** Called once when the process stops listening, so that open streams end. Returns how to forget it. */
  onClose(listener: () => void): () => void
  /** Ends the open streams: their pages connect again, to another process or to the next one here. */
  endStreams(): void
  /** Sends what is still queued, then stops. */
  close(): Promise<void>
}

/** Connects this process to the others through PostgreSQL's LISTEN/NOTIFY. Reconnects by itself; `onGap` tells listeners to look again. */
export async function startLive(pool: Pool, onError: (e: unknown) => void): Promise<Live> {
  const listeners = new Map<LiveTopic, Set<Listener>>()
  const closers = new Set<() => void>()
  const changedAt = new Map<LiveTopic, number>()
  let knowsSince = Date.now()
  let client: PoolClient | null = null
  let closed = false

  const tell = (topic: LiveTopic) => {
    changedAt.delete(topic)
    changedAt.set(topic, Date.now())
    for (const [old, at] of changedAt) {
      if (at > Date.now() - memoryMs) break
      changedAt.delete(old)
    }
    for (const listener of listeners.get(topic) ?? []) listener(topic)
  }

  async function listen(isReconnect: boolean): Promise<void> {
    if (closed) return
    try {
      client = await pool.connect()
      client.on('notification', (note) => {
        for (const topic of JSON.parse(note.payload ?? '[]') as LiveTopic[]) tell(topic)
      })
      client.on('error', (e) => {
        onError(e)
        client?.release(true)
        client = null
        setTimeout(() => void listen(true), 500)
      })
      await client.query(`listen ${channel}`)
      knowsSince = Date.now()
      if (isReconnect) for (const topic of listeners.keys()) tell(topic)
    } catch (e) {
      onError(e)
      client?.release(true)
      client = null
      if (!closed) setTimeout(() => void listen(true), 500)
    }
  }

  await listen(false)
  send = (topics) => {
    for (const part of inParts(topics)) pool.query('select pg_notify($1, $2)', [channel, part]).catch(onError)
  }

  return {
    subscribe(topics, listener) {
      for (const topic of topics) {
        const set = listeners.get(topic) ?? new Set()
        listeners.set(topic, set.add(listener))
      }
      return () => {
        for (const topic of topics) {
          const set = listeners.get(topic)
          set?.delete(listener)
          if (set?.size === 0) listeners.delete(topic)
        }
      }
    },
    hasChangedSince(topic, since) {
      const from = since - slackMs
      if (!(from > knowsSince && since > Date.now() - memoryMs)) return true
      return (changedAt.get(topic) ?? 0) >= from
    },
    onClose(listener) {
      closers.add(listener)
      return () => closers.delete(listener)
    },
    endStreams() {
      for (const listener of closers) listener()
    },
    async close() {
      closed = true
      for (const listener of closers) listener()
      if (timer) clearTimeout(timer)
      timer = null
      const last = [...outbound]
      outbound.clear()
      if (last.length > 0)
        await Promise.all(inParts(last).map((part) => pool.query('select pg_notify($1, $2)', [channel, part]))).catch(
          onError,
        )
      send = null
      client?.removeAllListeners('notification')
      client?.release(true)
      client = null
    },
  }
}

/** NOTIFY carries less than 8000 bytes: many topics go in several payloads. */
function inParts(topics: LiveTopic[]): string[] {
  const parts: string[] = []
  let part: LiveTopic[] = []
  let size = 2
  for (const topic of topics) {
    if (size + topic.length + 3 > maxPayload) {
      parts.push(JSON.stringify(part))
      part = []
      size = 2
    }
    part.push(topic)
    size += topic.length + 3
  }
  parts.push(JSON.stringify(part))
  return parts
}
