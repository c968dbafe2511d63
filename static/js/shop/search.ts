/** Finds dishes while they are typed: lines that do not match are folded away. */
export function startSearch(): void {
  document.addEventListener('input', (event) => {
    const field = event.target
    if (field instanceof HTMLInputElement && field.matches('[data-search]')) filter(field.value)
  })
  document.addEventListener('submit', (event) => {
    const field = (event.target as Element).querySelector<HTMLInputElement>('[data-search]')
    if (!field) return
    event.preventDefault()
    field.blur()
  })
  const fold = document.querySelector<HTMLDetailsElement>('.searchfold')
  fold?.addEventListener('toggle', () => {
    const field = fold.querySelector<HTMLInputElement>('[data-search]')
    if (!field) return
    if (fold.open) field.focus()
    else if (field.value !== '') {
      field.value = ''
      filter('')
    }
  })
}

function filter(typed: string): void {
  const wanted = typed.trim().toLowerCase()
  let found = 0
  for (const section of document.querySelectorAll<HTMLElement>('#menu-sections > section')) {
    let here = 0
    for (const line of section.querySelectorAll<HTMLElement>('[data-dish]')) {
      const isMatch = wanted === '' || wordsOf(line).includes(wanted)
      line.hidden = !isMatch
      if (isMatch) here++
    }
    section.hidden = here === 0
    for (const link of document.querySelectorAll<HTMLElement>(`nav a[href="#${section.id}"]`)) link.hidden = here === 0
    found += here
  }
  const none = document.getElementById('no-match')
  if (none) none.hidden = found > 0
}

const wordsOf = (line: HTMLElement): string =>
  `${line.dataset.also ?? ''} ${line.querySelector('.dish-name')?.textContent ?? ''} ${line.querySelector('.dish-note')?.textContent ?? ''}`.toLowerCase()
