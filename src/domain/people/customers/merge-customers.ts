import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { ensureCustomer } from '../customers'

export type MergeRefusal = { reason: 'not_found' } | { reason: 'has_account' } | { reason: 'nobody_verified' }

/**
 * A profile that staff wrote down becomes part of the account that has verified the very same phone number: its orders and notes
 * follow, and the person finds the orders among their own. Gives the profile that stays.
 */
export async function mergeCustomer(
  tx: Tx,
  ctx: Ctx,
  { customerId }: { customerId: string },
): Promise<Result<{ id: string; orders: number }, MergeRefusal>> {
  const from = await tx
    .selectFrom('customer')
    .select(['id', 'accountId', 'name', 'phone', 'email'])
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst()
  if (!from) return refuse({ reason: 'not_found' })
  if (from.accountId) return refuse({ reason: 'has_account' })
  const account = await tx
    .selectFrom('account')
    .select('id')
    .where('phone', '=', from.phone)
    .where('phoneVerifiedAt', 'is not', null)
    .where('isActive', '=', true)
    .executeTakeFirst()
  if (!account) return refuse({ reason: 'nobody_verified' })

  const id = await ensureCustomer(tx, ctx, account.id)
  const { rows: moved } =
    await sql`update orders set customer_id = ${id}, account_id = coalesce(account_id, ${account.id})
    where brand_id = ${ctx.brandId} and customer_id = ${from.id} returning id`.execute(tx)
  const ofProfile = { brandId: ctx.brandId, customerId: from.id }
  await tx
    .updateTable('customerNote')
    .set({ customerId: id })
    .where('brandId', '=', ofProfile.brandId)
    .where('customerId', '=', ofProfile.customerId)
    .execute()
  await tx.deleteFrom('customer').where('brandId', '=', ctx.brandId).where('id', '=', from.id).execute()
  const { name, phone, email } = from
  await audit(tx, ctx, {
    action: 'customer.merge',
    subjectId: id,
    before: { name, phone, email },
    after: { orders: moved.length },
  })
  return ok({ id, orders: moved.length })
}
