import type { CodeSender } from './sender'

/** Sends nothing: the code stands in the log and on the page that asks for it. Only for demonstrations. */
export const demoSender = (log: (words: { phone: string; code: string }) => void): CodeSender => ({
  name: 'demo',
  isDemo: true,
  async send({ id, phone, code }) {
    log({ phone, code })
    return { status: 'sent', externalRef: id }
  },
})
