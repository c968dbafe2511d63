type Ctx = {
  sourceElement: Element
  response?: { status: number }
  request: { submitter?: HTMLElement; body?: FormData | URLSearchParams }
}
export type HtmxEvent = CustomEvent<{ ctx?: Ctx }>

type Htmx = {
  ajax(method: string, url: string, options: { source: Element; target: string; swap: string }): Promise<void>
}

/** htmx, which app.js has left as a global before any page's script runs. */
export const htmx = (): Htmx => (window as unknown as { htmx: Htmx }).htmx
