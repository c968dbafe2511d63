import type { HtmxEvent } from './htmx'

/** How long a busy button waits for an answer that never comes. */
const patienceMs = 20_000

/**
 * A pressed button shows that it was heard and takes no second press until the answer is there. What could not be sent says so.
 * Every press of the plain boxes gets a key of its own, so that only a repeated request counts as one (R6).
 */
export function startBusy(): void {
  document.addEventListener('submit', lock, { capture: true })
  document.addEventListener('htmx:finally:request', (event) => unlock((event as HtmxEvent).detail.ctx?.sourceElement))
  addEventListener('pageshow', () => {
    for (const busy of document.querySelectorAll('[aria-busy="true"]')) busy.removeAttribute('aria-busy')
  })
  document.addEventListener('htmx:before:response', (event) => {
    const status = (event as HtmxEvent).detail.ctx?.response?.status ?? 200
    if (status < 400 || status === 422) return
    event.preventDefault()
    fail(true)
  })
  document.addEventListener('htmx:error', () => fail(true))
  document.addEventListener('htmx:after:swap', () => fail(false))
}

function lock(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement
  const { submitter } = event
  if (!submitter || form.method === 'dialog' || form.method === 'get') return
  if (submitter.getAttribute('aria-busy') === 'true') {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  if (form.id === 'add') (form.elements.namedItem('key') as HTMLInputElement).value = `${Date.now()}-${Math.random()}`
  submitter.setAttribute('aria-busy', 'true')
  setTimeout(() => submitter.removeAttribute('aria-busy'), patienceMs)
}

/** The buttons of a form, wherever they stand. */
function unlock(source: Element | undefined): void {
  if (!source) return
  const inside = source instanceof HTMLFormElement ? [...source.elements] : [source]
  for (const element of inside) if (element.getAttribute('aria-busy') === 'true') element.removeAttribute('aria-busy')
}

function fail(isFailed: boolean): void {
  const note = document.getElementById('failed')
  if (note) note.hidden = !isFailed
}
