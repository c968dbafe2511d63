import type { Tx } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import { checkLogin } from '../sign-up'

/** Changes the address a person signs in with; empty takes it away, as long as a username or a proven phone still opens the account. */
export async function changeEmail(
  tx: Tx,
  now: Date,
  accountId: string,
  typed: string,
): Promise<Result<void, { reason: 'bad_email' | 'taken' | 'last_login' }>> {
  const account = await tx
    .selectFrom('account')
    .select(['username', 'phoneVerifiedAt'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (typed.trim() === '' && !account.username && !account.phoneVerifiedAt) return refuse({ reason: 'last_login' })
  const login = checkLogin({ username: 'any', email: typed })
  if (!login.ok) return refuse({ reason: 'bad_email' })
  const { email } = login.value
  const other = email
    ? await tx
        .selectFrom('account')
        .select('id')
        .where('email', '=', email)
        .where('id', '<>', accountId)
        .executeTakeFirst()
    : undefined
  if (other) return refuse({ reason: 'taken' })
  await tx.updateTable('account').set({ email, updatedAt: now }).where('id', '=', accountId).execute()
  return ok(undefined)
}
