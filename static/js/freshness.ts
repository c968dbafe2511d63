/**
 * Proves that the page is alive (R35). Every 5 s the stream says `beat`; when it is silent, panels are asked to fetch
 * themselves; when that fails too, the page says since when it has stood still.
 *
 * In:  `beat` and hx-sse events on body; answers to a panel that carries `data-live`.
 * Out: body[data-fresh=live|polling|stale], body.is-stale, a `freshness` event on body at every change, a `probe` event that
 *      panels listen to; texts of [data-fresh-seconds], [data-fresh-since], [data-fresh-attempt], [data-clock].
 * [data-retry] tries again at once. Times are the server's, in the zone of [data-time-zone].
 */
export type Freshness = 'live' | 'polling' | 'stale'

type Connection = { reader: { cancel(): unknown } | null; delayCanceller: (() => void) | null }
type Answer = { ctx: { sourceElement: Element; response?: { status: number } } }

const staleMs = 12_000
const probeMs = 10_000
/** Panels poll every 15 s. */
const pollingMs = 20_000
/** How long an answer may take before silence counts. */
const graceMs = 2_000
const reconnectMs = 12_000

let beatAt = Date.now()
let answeredAt = 0
let probedAt = 0
let reconnectedAt = 0
let serverAhead = 0
let state: Freshness = 'live'
let connection: Connection | null = null
/** Times a stream was opened since the last beat. */
let tries = 0

/** The server's clock, as far as the last beat told it. */
export const serverNow = (): Date => new Date(Date.now() + serverAhead)

export function startFreshness(): void {
  const { body } = document
  const rendered = Number(document.querySelector<HTMLElement>('[data-now]')?.dataset.now)
  if (rendered) serverAhead = rendered - Date.now()

  body.addEventListener('beat', (event) => {
    beatAt = Date.now()
    tries = 0
    const told = Number((event as CustomEvent<{ id?: string }>).detail?.id)
    if (told) serverAhead = told - beatAt
    judge()
  })
  body.addEventListener('htmx:sse:before:connection', () => {
    tries++
  })
  body.addEventListener('htmx:sse:after:connection', (event) => {
    connection = (event as CustomEvent<{ connection: Connection }>).detail.connection
  })
  body.addEventListener('htmx:sse:close', () => {
    connection = null
  })
  body.addEventListener('htmx:after:request', (event) => {
    const { sourceElement, response } = (event as CustomEvent<Answer>).detail.ctx
    if (!sourceElement.matches('[data-live]') || !response || response.status >= 400) return
    answeredAt = Date.now()
    judge()
  })
  body.addEventListener('htmx:error', () => {
    if (state !== 'live') judge()
  })
  body.addEventListener('click', (event) => {
    if ((event.target as Element).closest('[data-retry]')) retry()
  })
  addEventListener('online', retry)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && state !== 'live') retry()
  })
  setInterval(judge, 1_000)
  judge()
}

function judge(): void {
  const now = Date.now()
  if (now - beatAt > probeMs && now - Math.max(answeredAt, probedAt) > probeMs) probe()
  if (now - beatAt > reconnectMs && now - reconnectedAt > reconnectMs) reconnect()
  const next = now - beatAt <= staleMs ? 'live' : isAnswered(now) ? 'polling' : 'stale'
  if (next !== state) become(next)
  write()
}

/** Without a stream the page is as fresh as the answer to its last question. */
function isAnswered(now: number): boolean {
  if (answeredAt >= probedAt) return now - answeredAt <= pollingMs
  return state === 'polling' && now - probedAt <= graceMs
}

function become(next: Freshness): void {
  state = next
  document.body.classList.toggle('is-stale', next === 'stale')
  document.body.dispatchEvent(new CustomEvent('freshness', { detail: next }))
}

function retry(): void {
  probe()
  reconnect()
}

/** Asks every panel to fetch itself: an answer is as good a sign of life as a beat. */
function probe(): void {
  probedAt = Date.now()
  document.body.dispatchEvent(new CustomEvent('probe'))
}

/** A stream that waits is hurried, one that hangs is cut so that it connects anew, one that never came is opened. */
function reconnect(): void {
  reconnectedAt = Date.now()
  if (connection?.delayCanceller) connection.delayCanceller()
  else if (connection?.reader) connection.reader.cancel()
  else if (!connection) document.body.dispatchEvent(new CustomEvent('reconnect'))
}

function write(): void {
  const lastAt = Math.max(beatAt, answeredAt)
  document.body.dataset.fresh = state
  say('[data-fresh-seconds]', String(Math.max(0, Math.floor((Date.now() - lastAt) / 1_000))))
  say('[data-fresh-attempt]', String(Math.max(1, tries)))
  say('[data-fresh-since]', clock(new Date(lastAt + serverAhead), true))
  say('[data-clock]', clock(serverNow(), false))
}

function say(selector: string, text: string): void {
  for (const element of document.querySelectorAll(selector))
    if (element.textContent !== text) element.textContent = text
}

function clock(at: Date, hasSeconds: boolean): string {
  const timeZone = document.querySelector<HTMLElement>('[data-time-zone]')?.dataset.timeZone
  return new Intl.DateTimeFormat('en-GB', {
    ...(timeZone ? { timeZone } : {}),
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    ...(hasSeconds ? { second: '2-digit' } : {}),
  }).format(at)
}
