import { ring } from '../sound'

const ringMs = 3_000

/** Orders that somebody silenced on this screen; a newer one rings again. */
const silenced = new Set<string>()

/** Rings while an order waits to be seen, whichever page of the counter is open (R35). `[data-mute]` silences what rings now. */
export function startBell(): void {
  const tick = () => {
    if (heard().length > 0) ring()
  }
  setInterval(tick, ringMs)
  document.body.addEventListener('htmx:after:swap', show)
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    if (target.closest('[data-ring-once]')) ring()
    if (!target.closest('[data-mute]')) return
    const loud = heard()
    if (loud.length > 0) for (const id of loud) silenced.add(id)
    else silenced.clear()
    show()
  })
  show()
  tick()
}

const ringing = (): string[] => document.querySelector<HTMLElement>('[data-ringing]')?.dataset.ringing?.split(' ') ?? []
const heard = (): string[] => ringing().filter((id) => !silenced.has(id))

/** The state lives on the root, which no panel replaces. The title counts, for a tab that is not in front. */
function show(): void {
  const all = ringing()
  const isMuted = all.length > 0 && heard().length === 0
  document.documentElement.dataset.bell = isMuted ? 'muted' : 'heard'
  document.querySelector('[data-mute]')?.setAttribute('aria-pressed', String(isMuted))
  const title = document.title.replace(/^\(\d+\) /, '')
  document.title = all.length > 0 ? `(${all.length}) ${title}` : title
}
