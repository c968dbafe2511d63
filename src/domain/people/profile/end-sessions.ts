import type { Tx } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import { hashOf } from '../secret'

/** Signs a person out everywhere but in this browser. Gives how many sessions ended. */
export async function endOtherSessions(tx: Tx, accountId: string, token: string): Promise<Result<number, never>> {
  const ended = await tx
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('id', '<>', hashOf(token))
    .returning('id')
    .execute()
  return ok(ended.length)
}

/** Signs a person out of one browser, by the id their own page names. Another's is not found. */
export async function endOneSession(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<Result<void, { reason: 'not_found' }>> {
  const ended = await tx
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return ended ? ok(undefined) : refuse({ reason: 'not_found' })
}
