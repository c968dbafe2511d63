import { piecesOf } from '../../../src/views/counter/cash'

/**
 * The pay pad: keys and quick tenders write into the amount, and what goes back is counted while typing.
 * The first key replaces what stood there. Digits typed anywhere on the page go into the amount, Enter confirms.
 */
let isFresh = true

const form = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>('[data-pay]')
const field = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('[data-tendered]')

export function startPad(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key
    const tender = target.closest<HTMLElement>('[data-tender]')?.dataset.tender
    if (key) press(key)
    if (tender) write(Number(tender), true)
  })
  document.addEventListener('input', (event) => {
    if ((event.target as Element).matches('[data-tendered]')) {
      isFresh = false
      show()
    }
  })
  document.addEventListener('focusin', (event) => {
    if ((event.target as Element).matches('[data-tendered]')) (event.target as HTMLInputElement).select()
  })
  document.addEventListener('keydown', typed)
  document.body.addEventListener('htmx:after:swap', ready)
  ready()
}

function ready(): void {
  const input = field()
  if (!input) {
    isFresh = true
    return
  }
  // The pad is the keyboard: the tablet's own stays down.
  input.inputMode = 'none'
  document.querySelector('[data-pad]')?.setAttribute('data-ready', '')
  show()
}

function typed(event: KeyboardEvent): void {
  const { activeElement } = document
  if (!form() || event.ctrlKey || event.metaKey || event.altKey) return
  if (activeElement?.matches('input:not([type=radio]), textarea, select')) return
  if (/^\d$/.test(event.key)) press(event.key)
  else if (event.key === 'Backspace') press('back')
  else if (event.key === 'Enter' && !activeElement?.matches('button, a')) form()?.requestSubmit()
  else return
  event.preventDefault()
}

function press(key: string): void {
  const input = field()
  if (!input) return
  const digits = isFresh ? '' : input.value.replace(/[^\d]/g, '')
  const next = key === 'back' ? digits.slice(0, -1) : digits + key
  write(Number(next.slice(0, 9)), false)
  if (next === '') input.value = ''
  show()
}

const decimals = (): number => Number(form()?.dataset.decimals ?? 0)
const format = (minor: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: decimals(),
    maximumFractionDigits: decimals(),
  }).format(minor / 10 ** decimals())

function write(minor: number, fresh: boolean): void {
  const input = field()
  if (!input) return
  input.value = format(minor)
  isFresh = fresh
  show()
}

/** What stands in the field, in minor units; null when it is no amount. */
function tendered(): number | null {
  const text = field()?.value.replace(/[,\s]/g, '') ?? ''
  return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 10 ** decimals()) : null
}

function show(): void {
  const { due, currency } = form()?.dataset ?? {}
  if (!due || !currency) return
  const given = tendered()
  const back = (given ?? 0) - Number(due)
  hide('[data-change-area]', given === null)
  large('change', Math.max(0, back), back < 0)
  large('missing', Math.max(0, -back), back >= 0)
  const pieces = new Map(piecesOf(Math.max(0, back), currency).map(({ value, count }) => [String(value), count]))
  hide('[data-pieces]', pieces.size === 0)
  for (const piece of document.querySelectorAll<HTMLElement>('[data-piece]')) {
    const count = pieces.get(piece.dataset.piece!) ?? 0
    piece.hidden = count === 0
    say(piece.querySelector('[data-count]'), String(count))
  }
  for (const key of document.querySelectorAll<HTMLElement>('[data-tender]'))
    key.setAttribute('aria-pressed', String(Number(key.dataset.tender) === given))
}

function large(name: string, amount: number, isHidden: boolean): void {
  hide(`[data-large="${name}"]`, isHidden)
  say(document.querySelector(`[data-large="${name}"] [data-amount]`), format(amount))
}

function hide(selector: string, isHidden: boolean): void {
  const element = document.querySelector<HTMLElement>(selector)
  if (element) element.hidden = isHidden
}

function say(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text
}
