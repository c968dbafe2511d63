import type { Db } from '../../../db/connect'
import { codeRules, type Purpose } from './code'

/** A code that somebody was asked for. `over`: it opens nothing any more. */
export type OpenCode = {
  id: string
  phone: string
  accountId: string | null
  payload: Record<string, unknown>
  over: 'used' | 'burnt' | 'expired' | null
  triesLeft: number
  /** When another one may be asked for. */
  nextAt: Date
  expiresAt: Date
}

/** Which code, asked for by which browser. */
export type Asked = { id: string; purpose: Purpose; visitor: string }

/** The code this browser was asked for; null for an id of nobody's, or another's. */
export async function openCode(db: Db, now: Date, { id, purpose, visitor }: Asked): Promise<OpenCode | null> {
  const row = await db
    .selectFrom('verificationCode')
    .selectAll()
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  const payload = row?.payload as Record<string, unknown> | undefined
  if (!row || !payload || payload.visitor !== visitor) return null
  const { phone, accountId, tries, usedAt, createdAt, expiresAt } = row
  const isBurnt = tries >= codeRules.tries
  return {
    id,
    phone,
    accountId,
    payload,
    over: usedAt ? 'used' : isBurnt ? 'burnt' : expiresAt <= now ? 'expired' : null,
    triesLeft: Math.max(0, codeRules.tries - tries),
    nextAt: new Date(createdAt.getTime() + codeRules.waitSeconds * 1000),
    expiresAt,
  }
}
