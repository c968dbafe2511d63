/** The board: keys, ringing, and tickets in their places. Everything it does is a form or link of the page. */
import { startFreshness } from './freshness'
import { startRail } from './rail'
import { alarm, ring, startSound } from './sound'

const ringMs = 3_000
/** A second tap so soon would hit the ticket that has just moved up. */
const doubleMs = 600
const spotPx = 48

const find = <E extends HTMLElement>(selector: string): E | null => document.querySelector<E>(selector)
const isStale = (): boolean => document.body.classList.contains('is-stale')

startFreshness()
startSound()
startRail()

setInterval(() => {
  if (isStale()) alarm()
  else if (find('[data-seen]') && !isHushed()) ring()
}, ringMs)
document.body.addEventListener('freshness', () => {
  if (isStale()) alarm()
})

let hushed = ''
const unseen = (): string =>
  [...document.querySelectorAll<HTMLInputElement>('[data-seen] [name=ticket]')].map((e) => e.value).join()
/** Touched already, the answer is on its way. */
const isHushed = (): boolean => hushed === unseen()

/** Any touch or key means that somebody stands there and sees the new tickets. */
function see(): void {
  const form = find<HTMLFormElement>('[data-seen]')
  if (!form || isStale() || isHushed()) return
  hushed = unseen()
  form.requestSubmit()
}
document.addEventListener('pointerdown', (event) => {
  if (!(event.target as Element).closest('[data-seen]')) see()
})

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  see()
  if (event.repeat || isStale()) return
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  if (digit && isDouble(event.code)) return
  if (digit === '0') press('[data-recall-toggle]', event)
  else if (digit) press(event.shiftKey ? `[data-start="${digit}"]` : `[data-bump="${digit}"]`, event)
  else if (event.key === 'Escape') press('[data-close]', event)
})

function press(selector: string, event: KeyboardEvent): void {
  const button = find(selector)
  if (!button) return
  event.preventDefault()
  button.click()
}

const last = { at: 0, where: '' }

/** Whether this is the same key, or a tap on the same spot, as a moment ago. */
function isDouble(where: string): boolean {
  const now = performance.now()
  const isSame = where === last.where && now - last.at < doubleMs
  Object.assign(last, { at: now, where })
  return isSame
}

document.addEventListener(
  'click',
  (event) => {
    const { target, detail, clientX, clientY } = event
    if (detail === 0 || !(target as Element).closest('.bump')) return
    if (!isDouble(`${Math.round(clientX / spotPx)} ${Math.round(clientY / spotPx)}`)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  },
  { capture: true },
)

/** A bump that did not reach the kitchen's server must not look as if it had. */
for (const failure of ['htmx:error', 'htmx:response:error']) {
  document.body.addEventListener(failure, (event) => {
    const source = (event as CustomEvent<{ ctx?: { sourceElement: Element } }>).detail.ctx?.sourceElement
    const note = find('[data-unsent]')
    if (source?.matches('form') && !source.matches('[data-seen]') && note) note.hidden = false
    if (source?.matches('[data-seen]')) hushed = ''
  })
}
