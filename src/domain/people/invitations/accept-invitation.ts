import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { ok, type Result, refuse } from '../../shared/result'
import { activePerson } from '../accounts'
import { grantable, mayNameAdmins, rights } from '../may'
import { type Invitation, invitationBySecret, stateOf } from './queries'

export type AcceptRefusal =
  | { reason: 'not_found' }
  | { reason: 'used' }
  | { reason: 'withdrawn' }
  | { reason: 'expired' }
type Place = { brandId: string; storeId: string | null }

/**
 * Takes the place that an invitation keeps, by its token or code: once, before it runs out, and only while whoever invited still holds
 * what they gave. Who works there already gains the rights; who had left comes back with these. Again by the same person: the first answer.
 */
export async function acceptInvitation(
  tx: Tx,
  ctx: Ctx,
  { secret }: { secret: string },
): Promise<Result<Place, AcceptRefusal>> {
  const accountId = accountOf(ctx.actor)
  const found = await invitationBySecret(tx, secret)
  if (!found || !accountId) return refuse({ reason: 'not_found' })
  const place = { brandId: found.brandId, storeId: found.storeId }
  const state = stateOf(found, ctx.now)
  if (state === 'used' && found.acceptedBy === accountId) return ok(place)
  if (state !== 'open') return refuse({ reason: state })
  if (!(await isStillGiven(tx, found))) return refuse({ reason: 'withdrawn' })

  // Of two who tap at once, one gets it.
  const taken = await tx
    .updateTable('staffInvitation')
    .set({ acceptedBy: accountId, acceptedAt: ctx.now })
    .where('id', '=', found.id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!taken) return refuse({ reason: 'used' })
  await grantPlace(tx, ctx, found, accountId)
  const { name, role } = found
  const held = Object.fromEntries(rights.filter((right) => found[right]).map((right) => [right, true]))
  const there = { ...ctx, brandId: found.brandId, storeId: found.storeId ?? '' }
  await audit(tx, there, { action: 'invitation.accept', subjectId: found.id, after: { name, role, ...held } })
  return ok(place)
}

/** Nobody gives what they do not hold: not even by an invitation from when they did. */
async function isStillGiven(tx: Tx, invitation: Invitation): Promise<boolean> {
  const inviter = await activePerson(tx, invitation.createdBy)
  if (!inviter) return false
  const actor = { kind: 'person' as const, visitor: '', ...inviter }
  if (invitation.storeId === null) return mayNameAdmins(actor)
  const mayGive = grantable(actor, { brandId: invitation.brandId, storeId: invitation.storeId })
  return rights.every((right) => !invitation[right] || mayGive[right])
}

const grantPlace = (
  tx: Tx,
  ctx: Ctx,
  { role, brandId, storeId, p1, p2, p3, p4, createdBy }: Invitation,
  accountId: string,
) =>
  sql`
  insert into staff_grant as g (id, account_id, role, brand_id, store_id, p1, p2, p3, p4, created_by, created_at)
  values (${newId()}, ${accountId}, ${role}, ${brandId}, ${storeId}, ${p1}, ${p2}, ${p3}, ${p4}, ${createdBy}, ${ctx.now})
  on conflict (account_id, role, brand_id, store_id) do update set is_active = true,
    p1 = excluded.p1 or (g.is_active and g.p1), p2 = excluded.p2 or (g.is_active and g.p2),
    p3 = excluded.p3 or (g.is_active and g.p3), p4 = excluded.p4 or (g.is_active and g.p4)`.execute(tx)
