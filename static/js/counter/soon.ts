import { serverNow } from '../freshness'

const least = 5
const most = 180

/** What somebody chose for an order, kept while its slip is drawn anew. */
const chosen = new Map<string, number>()

/** The stepper of the oldest new order: how many minutes until it is ready, and what time that is. */
export function startSoon(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-soon] [data-add]')
    const form = button?.closest<HTMLFormElement>('[data-soon]')
    if (!button || !form) return
    const now = chosen.get(form.dataset.soon!) ?? Number(minutesOf(form).value)
    const step = Number(button.dataset.add)
    // To the next multiple of the step, as a clock is read.
    const next = step > 0 ? Math.floor(now / step + 1) * step : Math.ceil(now / -step - 1) * -step
    chosen.set(form.dataset.soon!, Math.min(most, Math.max(least, next)))
    write(form)
  })
  document.body.addEventListener('htmx:after:swap', writeAll)
  setInterval(writeAll, 15_000)
}

const minutesOf = (form: HTMLFormElement) => form.elements.namedItem('minutes') as HTMLInputElement

function writeAll(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('[data-soon]')) write(form)
}

function write(form: HTMLFormElement): void {
  const minutes = chosen.get(form.dataset.soon!)
  const output = form.querySelector('output')
  if (minutes === undefined || !output) return
  const input = minutesOf(form)
  input.disabled = false
  input.value = String(minutes)
  const timeZone = document.querySelector<HTMLElement>('[data-time-zone]')?.dataset.timeZone
  const at = new Date(serverNow().getTime() + minutes * 60_000)
  const time = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone ? { timeZone } : {}),
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  })
  output.textContent = (output.dataset.words ?? '').replace('{n}', String(minutes)).replace('{at}', time.format(at))
}
