import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx, type Tablet } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result } from '../../shared/result'
import { endSession, endSessionsOn } from '../sessions'

/** Nobody is on the tablet any more, however they came in; `token` is the session of this browser. */
export async function lockTablet(
  tx: Tx,
  ctx: Ctx,
  { tablet, token }: { tablet: Tablet; token: string | undefined },
): Promise<Result<void, never>> {
  await endSessionsOn(tx, tablet)
  if (token) await endSession(tx, token, ctx.now)
  const accountId = accountOf(ctx.actor)
  if (accountId) await audit(tx, ctx, { action: 'pin.lock', subjectId: accountId })
  announce(tx, `store:${tablet.storeId}:tablets`)
  return ok(undefined)
}
