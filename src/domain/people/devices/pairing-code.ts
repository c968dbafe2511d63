import { plainCode, spelled } from '../invitations/secrets'
import { digest } from '../secret'

/** How many letters a tablet shows, and for how long they may be typed. */
export const pairingRules = { letters: 6, minutes: 10 } as const

/** The letters of a pairing: they follow from its id and the installation's secret, so the page can show them again and nobody keeps them. */
export const pairingCode = (secret: string, id: string): string =>
  spelled(digest(secret, `pairing code ${id}`), pairingRules.letters)

/** What the table keeps of a code, as typed or shown. Keyed: a copy of the table does not give six letters away. */
export const pairingHash = (secret: string, code: string): string =>
  digest(secret, `pairing check ${plainCode(code)}`).toString('hex')
