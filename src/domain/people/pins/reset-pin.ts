import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { isOfStore, lockGrants } from '../staff/grant-rows'
import { keepPin } from './set-pin'

/**
 * Takes away the PIN of somebody of the context's store, forgotten, locked or known to others: they set a new one with their password.
 * No PIN is made up for them, so nobody else ever knows it.
 */
export async function resetPin(
  tx: Tx,
  ctx: Ctx,
  { grantId }: { grantId: string },
): Promise<Result<{ accountId: string }, { reason: 'not_found' }>> {
  const [grant] = await lockGrants(tx, [grantId])
  if (!grant || !isOfStore(ctx, grant)) return refuse({ reason: 'not_found' })
  const { accountId } = grant
  await keepPin(tx, ctx.now, accountId, null)
  await audit(tx, ctx, { action: 'pin.reset', subjectId: accountId })
  announce(tx, `store:${ctx.storeId}:tablets`)
  return ok({ accountId })
}
