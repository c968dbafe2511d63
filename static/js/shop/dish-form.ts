/**
 * A dish's sheet while it is filled in: the price of what is chosen, what each group still asks for, no more choices than a group
 * allows, and the room left for the note. The server reckons again what is sent.
 */
export function startDishForm(): void {
  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => update((event.target as Element).closest('[data-dish-form]')))
  }
  document.addEventListener('click', step)
  document.addEventListener('htmx:after:swap', () => update(document.querySelector('#sheet [data-dish-form]')))
  update(document.querySelector('[data-dish-form]'))
}

function step(event: MouseEvent): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-step]')
  const input = button?.parentElement?.querySelector<HTMLInputElement>('[data-quantity]')
  if (!button || !input) return
  input.value = String(Math.min(99, Math.max(1, quantityOf(input) + Number(button.dataset.step))))
  update(button.closest('[data-dish-form]'))
}

const quantityOf = (input: HTMLInputElement | null): number => Math.max(1, Math.floor(Number(input?.value) || 1))

function update(sheet: HTMLElement | null): void {
  if (!sheet) return
  for (const group of sheet.querySelectorAll<HTMLElement>('[data-group]')) judge(group)
  const input = sheet.querySelector<HTMLInputElement>('[data-quantity]')
  const chosen = [...sheet.querySelectorAll<HTMLInputElement>('[data-price]:checked')]
  const unit = chosen.reduce((sum, option) => sum + Number(option.dataset.price), Number(sheet.dataset.unit))
  write(sheet, Math.max(0, unit) * quantityOf(input))
  const less = sheet.querySelector<HTMLButtonElement>('[data-step="-1"]')
  if (less) less.disabled = quantityOf(input) <= 1
  const note = sheet.querySelector<HTMLTextAreaElement>('[data-note]')
  const left = sheet.querySelector('[data-note-left]')
  if (note && left) left.textContent = String(note.maxLength - note.value.length)
}

/** Writes an amount of minor units with as many decimals as the page wrote. */
function write(sheet: HTMLElement, amount: number): void {
  const money = sheet.querySelector('[data-live-price] .money')
  const digits = money?.lastChild
  if (!digits) return
  const decimals = /\.(\d+)$/.exec(digits.textContent ?? '')?.[1]?.length ?? 0
  const text = (amount / 10 ** decimals).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (digits.textContent !== text) digits.textContent = text
}

function judge(group: HTMLElement): void {
  const inputs = [...group.querySelectorAll<HTMLInputElement>('input')]
  const count = inputs.filter(({ checked }) => checked).length
  const { min, max } = { min: Number(group.dataset.min), max: Number(group.dataset.max) }
  if (group.dataset.group === 'multiple') {
    for (const input of inputs) if (!input.disabled || input.dataset.full) full(input, !input.checked && count >= max)
  }
  const ask = group.querySelector<HTMLElement>('[data-ask]')
  if (!ask) return
  const isDone = group.dataset.group === 'single' && count === 1
  ask.textContent = isDone ? ask.dataset.done! : ask.dataset.ask!.replace('#', String(count))
  ask.classList.toggle('is-done', isDone)
  if (count >= min && count <= max) settle(group)
}

/** No room for one more: it cannot be ticked until another is taken away. */
function full(input: HTMLInputElement, isFull: boolean): void {
  input.disabled = isFull
  if (isFull) input.dataset.full = 'true'
  else delete input.dataset.full
}

/** What was wrong is put right: the mark goes. */
function settle(group: HTMLElement): void {
  if (!group.classList.contains('has-error')) return
  group.classList.remove('has-error')
  group.querySelector('.error')?.remove()
}
