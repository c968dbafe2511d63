import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { grantable, mayNameAdmins, type Right, rights } from '../may'
import { endPinSessions } from '../sessions'
import { type GrantRow, isOfStore, lockGrants } from './grant-rows'
import { isLastBoss, lockBosses } from './last-boss'

export type ActiveRefusal =
  | { reason: 'not_found' }
  | { reason: 'yourself' }
  | { reason: 'not_held'; right: Right }
  | { reason: 'last_boss' }

type Input = { grantId: string }
type Answer = Promise<Result<{ accountId: string }, ActiveRefusal>>

/**
 * Ends a grant: the person's next click here is refused; what they did stays. Staff of the context's store by who holds every right
 * they hold; brand admins and bosses by a boss, but never the last boss; nobody themselves at a store. Doing it twice does no harm.
 */
export const deactivateGrant = (tx: Tx, ctx: Ctx, { grantId }: Input): Answer => setActive(tx, ctx, grantId, false)

/** Gives an ended grant back, with the rights it had, by the same rules. */
export const reactivateGrant = (tx: Tx, ctx: Ctx, { grantId }: Input): Answer => setActive(tx, ctx, grantId, true)

async function setActive(tx: Tx, ctx: Ctx, grantId: string, isActive: boolean): Answer {
  if (mayNameAdmins(ctx.actor)) await lockBosses(tx)
  const [grant] = await lockGrants(tx, [grantId])
  const refusal = grant ? await mayNot(tx, ctx, grant, isActive) : { reason: 'not_found' as const }
  if (refusal || !grant) return refuse(refusal ?? { reason: 'not_found' })
  const { accountId } = grant
  if (grant.isActive === isActive) return ok({ accountId })
  await tx.updateTable('staffGrant').set({ isActive }).where('id', '=', grantId).execute()
  if (!isActive) await endPinSessions(tx, accountId)
  await audit(tx, ctx, {
    action: isActive ? 'staff.reactivate' : 'staff.deactivate',
    subjectId: accountId,
    before: { isActive: grant.isActive, role: grant.role },
    after: { isActive, role: grant.role },
  })
  return ok({ accountId })
}

async function mayNot(tx: Tx, ctx: Ctx, grant: GrantRow, isActive: boolean): Promise<ActiveRefusal | null> {
  if (grant.role !== 'store_staff') {
    if (!mayNameAdmins(ctx.actor)) return { reason: 'not_found' }
    const isLast = grant.role === 'boss' && !isActive && grant.isActive && (await isLastBoss(tx, grant.accountId))
    return isLast ? { reason: 'last_boss' } : null
  }
  if (!isOfStore(ctx, grant)) return { reason: 'not_found' }
  if (grant.accountId === accountOf(ctx.actor)) return { reason: 'yourself' }
  const mayGive = grantable(ctx.actor, ctx)
  const missing = rights.find((right) => grant[right] && !mayGive[right])
  return missing ? { reason: 'not_held', right: missing } : null
}
