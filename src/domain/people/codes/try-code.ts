import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import { type TooMany, tooMany } from '../rate-limit'
import { codeHash, codeRules, isSameHash } from './code'
import { type Asked, type OpenCode, openCode } from './open-code'

/** `wrong` with the tries that are left; `over` when it has run out, was burnt or used; `not_found` for another browser's. */
export type CodeRefusal = TooMany | { reason: 'not_found' } | { reason: 'over' } | { reason: 'wrong'; left: number }

/**
 * Tries a code. The try is counted at once and for good: takes the pool. What the code was for is done in a transaction that begins
 * with `useCode`.
 */
export async function tryCode(
  db: Db,
  now: Date,
  secret: string,
  { code, from, ...asked }: Asked & { code: string; from: string },
): Promise<Result<OpenCode, CodeRefusal>> {
  const limited = await tooMany(db, 'codeTriesFrom', from, now)
  if (limited) return refuse(limited)
  const open = await openCode(db, now, asked)
  if (!open) return refuse({ reason: 'not_found' })
  const counted = await db
    .updateTable('verificationCode')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', asked.id)
    .where('usedAt', 'is', null)
    .where('tries', '<', codeRules.tries)
    .where('expiresAt', '>', now)
    .returning(['tries', 'codeHash'])
    .executeTakeFirst()
  if (!counted) return refuse({ reason: 'over' })
  if (isSameHash(codeHash(secret, asked.id, code), counted.codeHash)) return ok(open)
  const left = codeRules.tries - counted.tries
  return refuse(left > 0 ? { reason: 'wrong', left } : { reason: 'over' })
}

/** Burns a code by its use. False when somebody was quicker. What it would have done is forgotten. */
export async function useCode(tx: Tx, now: Date, id: string): Promise<boolean> {
  const used = await tx
    .updateTable('verificationCode')
    .set({ usedAt: now, payload: sql`jsonb_build_object('visitor', payload->'visitor')` })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
