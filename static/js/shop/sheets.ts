import { htmx } from './htmx'

/** Where the reader was when a sheet opened: the box may be another element by the time it closes. */
let opener: { element: HTMLElement; dish: string | undefined } | null = null

/**
 * Links that open in a dialog over the page (`data-sheet`), focus that comes back, and boxes that keep the focus when their
 * number changes. Without this script the same links are pages.
 */
export function startSheets(): void {
  document.addEventListener('click', (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-sheet]')
    if (!link) return
    event.preventDefault()
    if (link.getAttribute('aria-busy') !== 'true') void open(link)
  })
  document.addEventListener('click', closeFromOutside)
  document.addEventListener('close-sheet', () =>
    document.querySelector<HTMLDialogElement>('dialog.sheet[open]')?.close(),
  )
  document.addEventListener('htmx:before:swap', remember)
  document.addEventListener('htmx:after:swap', () => {
    show()
    refocus()
    toFirstError()
  })
}

async function open(link: HTMLAnchorElement): Promise<void> {
  const isInside = link.closest('dialog') !== null
  if (!isInside) opener = { element: link, dish: link.dataset.box }
  link.setAttribute('aria-busy', 'true')
  try {
    await htmx().ajax('GET', link.href, { source: link, target: '#sheet', swap: 'innerHTML' })
  } finally {
    link.removeAttribute('aria-busy')
  }
}

function show(): void {
  const sheet = document.querySelector<HTMLDialogElement>('#sheet > dialog:not([open])')
  if (!sheet) return
  sheet.addEventListener('close', () => {
    sheet.remove()
    const at = opener?.element.isConnected ? opener.element : boxOf(opener?.dish ?? sheet.dataset.opener)
    opener = null
    at?.focus({ preventScroll: true })
  })
  sheet.showModal()
}

/** A press on the darkened page beside the sheet. */
function closeFromOutside(event: MouseEvent): void {
  const sheet = event.target
  if (!(sheet instanceof HTMLDialogElement) || !sheet.open) return
  const { left, right, top, bottom } = sheet.getBoundingClientRect()
  const { clientX: x, clientY: y } = event
  if (x < left || x > right || y < top || y > bottom) sheet.close()
}

const boxOf = (dish: string | undefined): HTMLElement | null =>
  dish ? document.querySelector<HTMLElement>(`[data-box="${CSS.escape(dish)}"]`) : null

let held: { dish: string; index: number } | null = null

function remember(): void {
  const box = document.activeElement?.closest<HTMLElement>('[data-box]')
  if (!box?.dataset.box) return
  const same = [...document.querySelectorAll(`[data-box="${CSS.escape(box.dataset.box)}"]`)]
  held = { dish: box.dataset.box, index: same.indexOf(box) }
}

function refocus(): void {
  const { activeElement } = document
  if (!held || (activeElement && activeElement !== document.body)) {
    held = null
    return
  }
  const same = document.querySelectorAll<HTMLElement>(`[data-box="${CSS.escape(held.dish)}"]`)
  same[held.index]?.focus({ preventScroll: true })
  held = null
}

/** A form that came back with something wrong: the eye and the focus go there. */
function toFirstError(): void {
  const wrong = document.querySelector<HTMLElement>('dialog .has-error input:enabled, main [aria-invalid="true"]')
  if (!wrong || document.activeElement === wrong || wrong.dataset.shown) return
  wrong.dataset.shown = 'true'
  wrong.focus({ preventScroll: true })
  const about = wrong.closest('.has-error, .field') ?? wrong
  about.scrollIntoView({ block: 'center' })
}
