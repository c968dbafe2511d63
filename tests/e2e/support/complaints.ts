import type { BrowserContext, Page } from '@playwright/test'

/** Everything that goes wrong without being seen: console errors, failed requests, what the content policy blocks. */
export class Complaints {
  readonly heard: string[] = []
  private readonly expected: RegExp[] = []

  listenTo(context: BrowserContext): void {
    context.on('page', (page) => this.listenToPage(page))
    for (const page of context.pages()) this.listenToPage(page)
  }

  /** What this journey brings about on purpose. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns)
  }

  /** What nobody expected. */
  get all(): string[] {
    return this.heard.filter((text) => !this.expected.some((pattern) => pattern.test(text)))
  }

  private listenToPage(page: Page): void {
    const note = (text: string) => this.heard.push(`${text} (on ${new URL(page.url(), 'http://no.page').pathname})`)
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => note(`script: ${error.message}`))
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // A page that is left takes its stream and its open questions along.
      if (why !== 'net::ERR_ABORTED') note(`failed: ${why} ${request.url()}`)
    })
    page.on('response', (answer) => {
      if (answer.status() >= 400) note(`${answer.status()}: ${answer.url()}`)
    })
  }
}

/** A form was refused with words: no fault, though the browser's console calls it one. */
export const refusal = [/^422: /, /console: Failed to load resource: .* 422 /]
