// The eye beside a password: shows what is typed while pressed in. Without this script the eye stays hidden.
function unhide(): void {
  for (const eye of document.querySelectorAll<HTMLButtonElement>('[data-reveal]')) eye.hidden = false
}

document.addEventListener('click', (event) => {
  const eye = (event.target as Element).closest<HTMLButtonElement>('[data-reveal]')
  const input = eye && document.getElementById(eye.dataset.reveal ?? '')
  if (!eye || !(input instanceof HTMLInputElement)) return
  const isShown = input.type === 'password'
  input.type = isShown ? 'text' : 'password'
  eye.setAttribute('aria-pressed', String(isShown))
  input.focus()
})
document.addEventListener('htmx:after:swap', unhide)
unhide()
