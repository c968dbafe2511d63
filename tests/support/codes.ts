import type { Codes } from '../../src/domain/people/sms/sender'

/** An installation that sends no codes. */
export const noCodes: Codes = { sender: null, secret: 'a secret of the tests', text: (code) => code }
