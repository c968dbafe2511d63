import type { Db } from '../../../db/connect'
import type { Lang } from '../../shared/ctx'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import type { TooMany } from '../rate-limit'
import { issueCode, tooManyCodes } from './issue-code'
import { type Asked, openCode } from './open-code'
import { useCode } from './try-code'

/**
 * Another code for the same purpose and phone: a new issue, and the one before is worth nothing. Refuses before the wait is over, and
 * what was used. Takes the pool: the asking is counted.
 */
export async function resendCode(
  db: Db,
  now: Date,
  secret: string,
  { from, lang, ...asked }: Asked & { from: string; lang: Lang },
): Promise<Result<string, TooMany | { reason: 'not_found' }>> {
  const open = await openCode(db, now, asked)
  if (!open || open.over === 'used') return refuse({ reason: 'not_found' })
  const waitMs = open.nextAt.getTime() - now.getTime()
  if (waitMs > 0) return refuse({ reason: 'too_many', seconds: Math.ceil(waitMs / 1000) })
  const limited = await tooManyCodes(db, now, open.phone, from)
  if (limited) return refuse(limited)
  return inTransaction(db, async (tx): Promise<Result<string, { reason: 'not_found' }>> => {
    if (!(await useCode(tx, now, open.id))) return refuse({ reason: 'not_found' })
    const { phone, accountId, payload } = open
    return ok(await issueCode(tx, now, secret, { phone, accountId, payload, lang, ...asked }))
  })
}
