import type { Tx } from '../../../db/connect'
import { ok, type Result, refuse } from '../../shared/result'
import type { Identity, ProviderName } from './provider'

/** `taken`: it opens somebody else's account. `has_another`: this account has one of that provider already. */
export type LinkRefusal = { reason: 'taken' | 'has_another' }

/** From now on this identity opens the account too. Whoever asks has proven both: the account here, the identity at its provider. */
export async function linkIdentity(
  tx: Tx,
  now: Date,
  accountId: string,
  { provider, subject, name }: Identity,
): Promise<Result<void, LinkRefusal>> {
  await tx
    .insertInto('accountIdentity')
    .values({ provider, subject, name, accountId, createdAt: now })
    .onConflict((any) => any.doNothing())
    .execute()
  const row = await tx
    .selectFrom('accountIdentity')
    .select('accountId')
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (!row) return refuse({ reason: 'has_another' })
  return row.accountId === accountId ? ok(undefined) : refuse({ reason: 'taken' })
}

/**
 * Ends that a provider opens the account; refuses to take away the last way in. What counts as one: a proven phone, a password with
 * something to type before it, another provider of this installation (`offered`).
 */
export async function unlinkIdentity(
  tx: Tx,
  accountId: string,
  provider: ProviderName,
  offered: ProviderName[],
): Promise<Result<void, { reason: 'last_way' }>> {
  const account = await tx
    .selectFrom('account')
    .select(['username', 'email', 'phoneVerifiedAt', 'passwordHash'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const others = await tx
    .selectFrom('accountIdentity')
    .select('provider')
    .where('accountId', '=', accountId)
    .where('provider', '<>', provider)
    .execute()
  const hasPassword = account.passwordHash !== null && (account.username !== null || account.email !== null)
  const hasAnother = others.some((other) => offered.includes(other.provider))
  if (!account.phoneVerifiedAt && !hasPassword && !hasAnother) return refuse({ reason: 'last_way' })
  await tx.deleteFrom('accountIdentity').where('accountId', '=', accountId).where('provider', '=', provider).execute()
  return ok(undefined)
}
