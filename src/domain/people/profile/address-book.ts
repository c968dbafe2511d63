import type { Tx } from '../../../db/connect'
import { newId } from '../../shared/ids'
import { ok, type Result, refuse } from '../../shared/result'

export const maxAddresses = 20

/** `id` absent: a new one. */
export type AddressInput = { id?: string | undefined; label: string; address: string; isDefault: boolean }
export type AddressRefusal = { reason: 'not_found' | 'address_missing' } | { reason: 'full'; max: number }

/** Writes an address into a person's book. The first is the default, and so is the one that was made it last. */
export async function saveAddress(
  tx: Tx,
  now: Date,
  accountId: string,
  input: AddressInput,
): Promise<Result<string, AddressRefusal>> {
  if (input.address === '') return refuse({ reason: 'address_missing' })
  // The person's row is the lock: two browsers cannot both make a default.
  await tx.selectFrom('account').select('id').where('id', '=', accountId).forUpdate().execute()
  const known = await tx
    .selectFrom('accountAddress')
    .select(['id', 'isDefault'])
    .where('accountId', '=', accountId)
    .execute()
  const mine = known.find(({ id }) => id === input.id)
  if (input.id && !mine) return refuse({ reason: 'not_found' })
  if (!mine && known.length >= maxAddresses) return refuse({ reason: 'full', max: maxAddresses })
  const isDefault = input.isDefault || known.length === 0 || mine?.isDefault === true
  if (isDefault)
    await tx.updateTable('accountAddress').set({ isDefault: false }).where('accountId', '=', accountId).execute()
  const values = { label: input.label, address: input.address, isDefault }
  if (mine) {
    await tx.updateTable('accountAddress').set(values).where('id', '=', mine.id).execute()
    return ok(mine.id)
  }
  const id = newId()
  await tx
    .insertInto('accountAddress')
    .values({ id, accountId, ...values, createdAt: now })
    .execute()
  return ok(id)
}

/** Takes an address out; the oldest that is left becomes the default. One that is not this person's is not found. */
export async function removeAddress(
  tx: Tx,
  accountId: string,
  id: string,
): Promise<Result<void, { reason: 'not_found' }>> {
  const gone = await tx
    .deleteFrom('accountAddress')
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .returning('isDefault')
    .executeTakeFirst()
  if (!gone) return refuse({ reason: 'not_found' })
  if (!gone.isDefault) return ok(undefined)
  const next = tx.selectFrom('accountAddress').select('id').where('accountId', '=', accountId).orderBy('id').limit(1)
  await tx.updateTable('accountAddress').set({ isDefault: true }).where('id', '=', next).execute()
  return ok(undefined)
}
