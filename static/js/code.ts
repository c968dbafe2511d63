// The page of a code: counts down until another may be asked for, and sends six digits by itself. Without it all is done by hand.
function tick(): void {
  const left = document.querySelector<HTMLElement>('[data-wait]')
  const button = document.querySelector<HTMLButtonElement>('[data-after-wait]')
  const bar = document.querySelector<HTMLProgressElement>('.waitbar')
  if (!button) return
  const seconds = Math.max(0, Number(left?.textContent ?? 0))
  button.disabled = seconds > 0
  if (seconds > 0) return
  document.querySelector<HTMLElement>('[data-wait-text]')?.remove()
  bar?.remove()
}

function count(): void {
  const left = document.querySelector<HTMLElement>('[data-wait]')
  const bar = document.querySelector<HTMLProgressElement>('.waitbar')
  if (left) left.textContent = String(Math.max(0, Number(left.textContent) - 1))
  if (bar) bar.value += 1
  tick()
}

document.addEventListener('input', (event) => {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || input.name !== 'code') return
  const digits = input.value.replace(/\D/g, '').slice(0, input.maxLength)
  if (digits !== input.value) input.value = digits
  if (digits.length === input.maxLength && input.dataset.sendsItself) input.form?.requestSubmit()
})
document.addEventListener('htmx:after:swap', tick)
setInterval(count, 1_000)
tick()
