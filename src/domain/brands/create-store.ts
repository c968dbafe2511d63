import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx, Lang } from '../shared/ctx'
import { newId } from '../shared/ids'
import { ok, type Result, refuse } from '../shared/result'
import type { DaySpan } from './hours'
import { setTexts } from './set-texts'
import { readStore, type StoreInput, type StoreRefusal } from './store-input'

/** `weekdays` (0 is Sunday) all keep the same `hours` to begin with. */
export type NewStore = StoreInput & { weekdays: readonly number[]; hours: DaySpan }
export type CreateStoreRefusal = StoreRefusal | { reason: 'not_found' } | { reason: 'hours_bad' }

/** Gives the context's brand a store with its hours; it has no menu yet. */
export async function createStore(
  tx: Tx,
  ctx: Ctx,
  { weekdays, hours, ...input }: NewStore,
): Promise<Result<{ storeId: string }, CreateStoreRefusal>> {
  const { brandId } = ctx
  const brand = await tx.selectFrom('brand').select('defaultLang').where('id', '=', brandId).executeTakeFirst()
  if (!brand) return refuse({ reason: 'not_found' })
  const defaultLang = brand.defaultLang as Lang
  const length = hours.closesMinute - hours.opensMinute
  if (weekdays.length > 0 && !(length > 0 && length <= 1440)) return refuse({ reason: 'hours_bad' })
  const read = await readStore(tx, input, { brandId, defaultLang })
  if (!read.ok) return read
  const storeId = newId()
  const row = await tx
    .insertInto('store')
    .values({ brandId, id: storeId, ...read.value, createdAt: ctx.now, updatedAt: ctx.now })
    .onConflict((on) => on.columns(['brandId', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return refuse({ reason: 'slug_taken' })
  const rows = weekdays.map((weekday) => ({ brandId, id: newId(), storeId, weekday, ...hours }))
  if (rows.length > 0) await tx.insertInto('storeHours').values(rows).execute()
  const subject = { brandId, id: storeId, defaultLang }
  await setTexts(tx, subject, 'name', input.names)
  await setTexts(tx, subject, 'address', input.addresses)
  await audit(tx, { ...ctx, storeId }, { action: 'store.create', subjectId: storeId, after: read.value })
  return ok({ storeId })
}
