import type { Codes } from '../../src/domain/people/sms/sender'

/** An installation that sends no codes. */
export const noCodes: Codes = { sender: null, secret: 'a secret of the tests', text: (code) => code }

/** The code that the demo shows on a page. */
export function codeOn(page: string): string {
  const shown = page.match(/>(\d{3}) (\d{3})<\/b>/)
  if (!shown) throw new Error('no code on this page')
  return `${shown[1]}${shown[2]}`
}

/** Six digits that are not these. */
export const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000')
