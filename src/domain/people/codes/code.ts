import { timingSafeEqual } from 'node:crypto'
import { digest } from '../secret'

export type Purpose = 'sign_up' | 'reset' | 'change_phone'

/** How long a code holds, how often it may be tried, and how long one waits for the next (R32). */
export const codeRules = { minutes: 10, tries: 5, waitSeconds: 60 } as const

/** The six digits of an issue. They follow from its id and the installation's secret: whoever sends them asks here, nobody keeps them. */
export const codeOf = (secret: string, id: string): string =>
  String(digest(secret, `code:${id}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** What the table keeps of a code. Keyed: a copy of the table gives no six digits away to somebody who tries them all. */
export const codeHash = (secret: string, id: string, code: string): string =>
  digest(secret, `check:${id}:${code}`).toString('hex')

export const isSameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
