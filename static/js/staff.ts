// Rights that were ticked and not yet saved: the row turns amber, the bar says what changes, and leaving asks first.
const bar = () => document.querySelector<HTMLElement>('[data-unsaved]')
const formOf = (it: HTMLElement) => document.getElementById(it.dataset.unsaved ?? '') as HTMLFormElement | null
let isLeaving = false

type Tick = HTMLInputElement
const isChanged = (tick: Tick) => tick.checked !== (tick.dataset.was === '1')

function part(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function show(): void {
  const it = bar()
  const form = it && formOf(it)
  if (!it || !form) return
  const changed = [...form.querySelectorAll<Tick>('[data-tick]:not(:disabled)')].filter((tick) => {
    const is = isChanged(tick)
    tick.classList.toggle('is-changed', is)
    tick.closest('.choice')?.classList.toggle('changed', is)
    tick.closest('.choice')?.querySelector('[data-was-note]')?.toggleAttribute('hidden', !is)
    return is
  })
  for (const row of form.querySelectorAll<HTMLElement>('[data-row]'))
    row.classList.toggle('is-dirty', row.querySelector('.is-changed') !== null)
  it.hidden = changed.length === 0
  const save = it.querySelector('[data-submit]')
  if (save) save.textContent = (it.dataset.save ?? '').replace('{n}', String(changed.length))
  it.querySelector('[data-changes]')?.replaceChildren(
    ...changed.flatMap((tick, i) => [
      ...(i > 0 ? [document.createTextNode(' · ')] : []),
      part('b', tick.closest<HTMLElement>('[data-row]')?.dataset.row ?? ''),
      document.createTextNode(` ${(tick.checked ? it.dataset.gained : it.dataset.lost) ?? ''} `),
      part(tick.checked ? 'ins' : 'del', tick.dataset.tick ?? ''),
    ]),
    Object.assign(part('span', it.dataset.atOnce ?? ''), { className: 'text-muted' }),
  )
}

document.addEventListener('change', show)
document.addEventListener('htmx:after:swap', show)
document.addEventListener('submit', () => {
  isLeaving = true
})
document.addEventListener('click', (event) => {
  const target = event.target as Element
  if (target.closest('[data-undo]')) isLeaving = true
  const copy = target.closest<HTMLElement>('[data-copy]')
  const field = copy && document.getElementById(copy.dataset.copy ?? '')
  if (!(field instanceof HTMLInputElement)) return
  field.select()
  navigator.clipboard?.writeText(field.value).then(() => {
    copy!.setAttribute('aria-label', copy!.dataset.copied ?? '')
    copy!.classList.add('text-ok')
  })
})
addEventListener('beforeunload', (event) => {
  const it = bar()
  if (it && !it.hidden && !isLeaving) event.preventDefault()
})
show()
