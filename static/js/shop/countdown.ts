/** The clock of an order that waits for its money runs by the server's time, whatever this device thinks. */
let ahead = 0
let told = ''
let asked = false

export function startCountdown(): void {
  tick()
  setInterval(tick, 1_000)
  document.addEventListener('htmx:after:swap', tick)
}

function tick(): void {
  const clock = document.querySelector<HTMLElement>('[data-countdown]')
  if (!clock) return
  const { countdown, now, whole } = clock.dataset
  if (now && now !== told) {
    told = now
    ahead = Number(now) - Date.now()
  }
  const left = Math.max(0, Math.ceil((Number(countdown) - Date.now() - ahead) / 1000))
  const text = `${two(Math.floor(left / 60))}:${two(left % 60)}`
  if (clock.textContent?.trim() !== text) clock.textContent = text
  const bar = document.querySelector<HTMLElement>('[data-countdown-bar]')
  if (bar) bar.style.width = `${(left / Number(whole)) * 100}%`
  if (left === 0 && !asked) {
    asked = true
    // Time is up: the order has moved, or is about to.
    setTimeout(() => document.body.dispatchEvent(new CustomEvent('order')), 1_500)
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
