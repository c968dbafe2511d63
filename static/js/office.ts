// The office: waits that count down, questions that open over the page, and buttons that open a dialog where the browser cannot yet.
type Counting = HTMLElement & { skewMs?: number }

function tick(): void {
  for (const wait of document.querySelectorAll<Counting>('[data-until]')) {
    wait.skewMs ??= Number(wait.dataset.now) - Date.now()
    const left = Math.max(0, Math.ceil((Number(wait.dataset.until) - Date.now() - wait.skewMs) / 1000))
    const words = (wait.dataset.words ?? '{n}').replace('{n}', String(left))
    if (wait.textContent !== words) wait.textContent = words
  }
}
setInterval(tick, 1000)

document.addEventListener('htmx:after:swap', () => {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[data-opens]:not([open])')) {
    dialog.showModal()
    delete dialog.dataset.opens
  }
})

if (!('command' in HTMLButtonElement.prototype))
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button[commandfor]')
    const dialog = button && document.getElementById(button.getAttribute('commandfor') ?? '')
    if (!(dialog instanceof HTMLDialogElement)) return
    if (button?.getAttribute('command') === 'close') dialog.close()
    else dialog.showModal()
  })
