import type { Db, Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Actor, Ctx } from '../../shared/ctx'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { hashPassword } from '../passwords'
import { type ProofRefusal, provePassword } from '../profile/own-password'
import { endPinSessions } from '../sessions'
import { isPin, isWeakPin } from './pin'

export type SetPinRefusal = ProofRefusal | { reason: 'not_staff' } | { reason: 'bad_pin' } | { reason: 'weak_pin' }

/**
 * Gives whoever knows their password a new PIN; a locked one opens again, and who was on a tablet with the old one is out. For people who
 * work somewhere. It is recorded where they work. Takes the pool: no transaction waits for the hash.
 */
export async function setPin(
  db: Db,
  ctx: Ctx,
  actor: Extract<Actor, { kind: 'person' }>,
  { pin, proof }: { pin: string; proof: string },
): Promise<Result<void, SetPinRefusal>> {
  const { accountId, grants } = actor
  if (grants.length === 0) return refuse({ reason: 'not_staff' })
  if (!isPin(pin)) return refuse({ reason: 'bad_pin' })
  if (isWeakPin(pin)) return refuse({ reason: 'weak_pin' })
  const proven = await provePassword(db, ctx.now, accountId, proof)
  if (!proven.ok) return proven
  const pinHash = await hashPassword(pin)
  return inTransaction(db, async (tx): Promise<Result<void, never>> => {
    await keepPin(tx, ctx.now, accountId, pinHash)
    for (const { brandId, storeId } of grants)
      if (brandId)
        await audit(tx, { ...ctx, brandId, storeId: storeId ?? '' }, { action: 'pin.set', subjectId: accountId })
    return ok(undefined)
  })
}

/** Writes a PIN or takes it away: wrong tries are forgotten, and nobody stays on by what was there before. */
export async function keepPin(tx: Tx, now: Date, accountId: string, pinHash: string | null): Promise<void> {
  await tx.updateTable('account').set({ pinHash, pinTries: 0, updatedAt: now }).where('id', '=', accountId).execute()
  await endPinSessions(tx, accountId)
}
