/** What did not reach the server must not look as if it had: html[data-failed] until the next answer. */
export function startFailed(): void {
  const root = document.documentElement
  for (const failure of ['htmx:error', 'htmx:response:error']) {
    document.body.addEventListener(failure, (event) => {
      const { ctx } = (event as CustomEvent<{ ctx?: { sourceElement: Element; response?: { status: number } } }>).detail
      if (ctx?.response?.status === 422) return
      if (ctx?.sourceElement.matches('form')) root.dataset.failed = ''
    })
  }
  document.body.addEventListener('htmx:after:swap', () => {
    delete root.dataset.failed
  })
}
