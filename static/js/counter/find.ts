const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('#found a')]

/** `/` goes to the field that finds, arrows walk what it found, Escape leaves it. */
export function startFind(): void {
  document.addEventListener('keydown', (event) => {
    const input = document.querySelector<HTMLInputElement>('[data-find]')
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return
    const from = document.activeElement as HTMLElement
    if (event.key === '/' && !from.matches('input, textarea, select')) {
      event.preventDefault()
      input.select()
      input.focus()
    } else if (event.key === 'Escape' && (from === input || from.closest('#found'))) {
      close()
      input.blur()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event, from, input)
  })
  document.addEventListener('pointerdown', (event) => {
    if (!(event.target as Element).closest('.find')) close()
  })
}

function close(): void {
  document.getElementById('found-panel')?.replaceChildren()
}

function walk(event: KeyboardEvent, from: HTMLElement, input: HTMLInputElement): void {
  if (from !== input && !from.closest('#found')) return
  const stops = [input, ...links()]
  const to = stops[stops.indexOf(from) + (event.key === 'ArrowDown' ? 1 : -1)]
  if (!to) return
  event.preventDefault()
  to.focus()
}
