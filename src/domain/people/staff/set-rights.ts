import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { grantable, type Right, type Rights, rights } from '../may'
import { endPinSessions } from '../sessions'
import { type GrantRow, isOfStore, lockGrants } from './grant-rows'

export type RightChange = { grantId: string; right: Right; value: boolean }

export type RightsRefusal =
  | { reason: 'not_found' }
  | { reason: 'not_held'; right: Right }
  | { reason: 'own_staff_right' }
  | { reason: 'left' }
  | { reason: 'none_left'; accountId: string }

const rightsOf = ({ p1, p2, p3, p4 }: Rights): Rights => ({ p1, p2, p3, p4 })

/**
 * Gives and takes rights at the context's store, all of these or none; they count from the next click on. Refuses a right that the
 * actor does not hold, the actor's own right to manage staff, somebody who left, and leaving somebody nothing (deactivate them instead).
 */
export async function setRights(
  tx: Tx,
  ctx: Ctx,
  { changes }: { changes: RightChange[] },
): Promise<Result<{ changed: number }, RightsRefusal>> {
  if (changes.length === 0) return ok({ changed: 0 })
  const ids = [...new Set(changes.map(({ grantId }) => grantId))]
  const grants = (await lockGrants(tx, ids)).filter((grant) => isOfStore(ctx, grant))
  if (grants.length < ids.length) return refuse({ reason: 'not_found' })

  const mayGive = grantable(ctx.actor, ctx)
  const work: { grant: GrantRow; after: Rights; count: number }[] = []
  for (const grant of grants) {
    const own = changes.filter(({ grantId, right, value }) => grantId === grant.id && grant[right] !== value)
    if (own.length === 0) continue
    if (!grant.isActive) return refuse({ reason: 'left' })
    for (const { right } of own) {
      if (!mayGive[right]) return refuse({ reason: 'not_held', right })
      if (right === 'p4' && grant.accountId === accountOf(ctx.actor)) return refuse({ reason: 'own_staff_right' })
    }
    const after = { ...rightsOf(grant), ...Object.fromEntries(own.map(({ right, value }) => [right, value])) }
    if (!rights.some((right) => after[right])) return refuse({ reason: 'none_left', accountId: grant.accountId })
    work.push({ grant, after, count: own.length })
  }

  for (const { grant, after } of work) {
    await tx.updateTable('staffGrant').set(after).where('id', '=', grant.id).execute()
    if (grant.p1 && !after.p1) await endPinSessions(tx, grant.accountId, ctx)
    await audit(tx, ctx, { action: 'staff.rights', subjectId: grant.accountId, before: rightsOf(grant), after })
  }
  return ok({ changed: work.reduce((sum, { count }) => sum + count, 0) })
}
