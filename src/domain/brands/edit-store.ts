import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx, Lang } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { setTexts } from './set-texts'
import { readStore, type StoreInput, type StoreRefusal } from './store-input'

/** Changes what is said of the context's store, or switches it off and on; its open pages hear of it. */
export async function editStore(
  tx: Tx,
  ctx: Ctx,
  input: StoreInput,
): Promise<Result<{ storeId: string }, StoreRefusal | { reason: 'not_found' }>> {
  const { brandId, storeId } = ctx
  const before = await tx
    .selectFrom('store as s')
    .innerJoin('brand as b', 'b.id', 's.brandId')
    .select(['s.slug', 's.name', 's.address', 's.phone', 's.isActive', 'b.defaultLang'])
    .where('s.brandId', '=', brandId)
    .where('s.id', '=', storeId)
    .forUpdate('s')
    .executeTakeFirst()
  if (!before) return refuse({ reason: 'not_found' })
  const { defaultLang: lang, ...was } = before
  const defaultLang = lang as Lang
  const read = await readStore(tx, input, { brandId, defaultLang, storeId })
  if (!read.ok) return read
  await tx
    .updateTable('store')
    .set({ ...read.value, updatedAt: ctx.now })
    .where('brandId', '=', brandId)
    .where('id', '=', storeId)
    .execute()
  const subject = { brandId, id: storeId, defaultLang }
  await setTexts(tx, subject, 'name', input.names)
  await setTexts(tx, subject, 'address', input.addresses)
  await audit(tx, ctx, { action: 'store.edit', subjectId: storeId, before: was, after: read.value })
  announce(tx, `store:${storeId}:menu`, `store:${storeId}:orders`)
  return ok({ storeId })
}
