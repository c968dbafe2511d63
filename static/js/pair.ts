// The page of a tablet that waits to be paired: its code's last minutes run down, and the clock goes on.
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Taipei',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
})
let shown: Element | null = null
let endsAt = 0

function tick(): void {
  const timer = document.querySelector<HTMLElement>('[data-left]')
  if (!timer) return
  if (timer !== shown) {
    shown = timer
    endsAt = performance.now() + Number(timer.dataset.left)
  }
  const seconds = Math.max(0, Math.floor((endsAt - performance.now()) / 1_000))
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  timer.textContent = (timer.dataset.words ?? '').replace('{left}', left)
  const now = document.querySelector('[data-clock]')
  if (now) now.textContent = clock.format(new Date())
}

setInterval(tick, 1_000)
