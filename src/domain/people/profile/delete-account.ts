import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { accountOf, type Ctx } from '../../shared/ctx'
import { inTransaction } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { endAllSessions } from '../sessions'
import { isLastBoss } from '../staff/last-boss'
import { type ProofRefusal, provePassword } from './own-password'

export type DeletionRefusal = ProofRefusal | { reason: 'order_under_way' } | { reason: 'last_boss' }

/**
 * Removes a person: account and customer profiles lose name, phone and addresses, sessions die, rights end. Orders stay, as the law on
 * books asks, without who it was. Whoever worked somewhere leaves there, and its log says so. Refuses while an order is under way,
 * because somebody may have to be called, and for the last boss. Takes the pool: tries at the password are counted.
 */
export async function deleteAccount(
  db: Db,
  ctx: Ctx,
  password: string,
): Promise<Result<void, DeletionRefusal | { reason: 'not_found' }>> {
  const { now } = ctx
  const accountId = accountOf(ctx.actor)
  if (accountId === null) return refuse({ reason: 'not_found' })
  const proven = await provePassword(db, now, accountId, password)
  if (!proven.ok) return proven
  return inTransaction(db, async (tx): Promise<Result<void, DeletionRefusal>> => {
    if (await isLastBoss(tx, accountId)) return refuse({ reason: 'last_boss' })
    const live = await tx
      .selectFrom('orders')
      .select('id')
      .where('accountId', '=', accountId)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
    if (live) return refuse({ reason: 'order_under_way' })
    await leaveWork(tx, ctx, accountId)
    await forgetPerson(tx, now, accountId)
    return ok(undefined)
  })
}

async function leaveWork(tx: Tx, ctx: Ctx, accountId: string): Promise<void> {
  const left = await tx
    .updateTable('staffGrant')
    .set({ isActive: false })
    .where('accountId', '=', accountId)
    .where('isActive', '=', true)
    .returning(['role', 'brandId', 'storeId'])
    .execute()
  for (const { role, brandId, storeId } of left) {
    const there = { ...ctx, brandId: brandId ?? '', storeId: storeId ?? '' }
    const [before, after] = [
      { role, isActive: true },
      { role, isActive: false },
    ]
    await audit(tx, there, { action: 'staff.leave', subjectId: accountId, before, after })
  }
}

async function forgetPerson(tx: Tx, now: Date, accountId: string): Promise<void> {
  const { phone } = await tx
    .selectFrom('account')
    .select('phone')
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const nobody = { name: '', phone: null, email: null }
  await tx
    .updateTable('account')
    .set({ ...nobody, username: null, phoneVerifiedAt: null, passwordHash: null, pinHash: null, birthDate: null })
    .set({ gender: null, notices: '{}', isActive: false, deletedAt: now, updatedAt: now })
    .where('id', '=', accountId)
    .execute()
  await tx
    .updateTable('customer')
    .set({ ...nobody, note: '', accountId: null })
    .where('accountId', '=', accountId)
    .execute()
  await sql`update delivery d set address = '' from orders o
    where o.account_id = ${accountId} and d.brand_id = o.brand_id and d.order_id = o.id`.execute(tx)
  await tx
    .updateTable('orders')
    .set({ contactName: '', contactPhone: '', address: '', note: '', visitor: null })
    .where('accountId', '=', accountId)
    .execute()
  for (const table of ['accountAddress', 'accountIdentity', 'verificationCode'] as const)
    await tx.deleteFrom(table).where('accountId', '=', accountId).execute()
  await tx.deleteFrom('cart').where('owner', '=', `a:${accountId}`).execute()
  if (phone) await tx.deleteFrom('smsMessage').where('phone', '=', phone).execute()
  await endAllSessions(tx, accountId, now)
}
