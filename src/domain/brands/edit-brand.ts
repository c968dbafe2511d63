import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx, Lang } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { type BrandInput, type BrandRefusal, readBrand } from './brand-input'
import { setTexts } from './set-texts'

export type EditBrandRefusal = BrandRefusal | { reason: 'not_found' } | { reason: 'currency_in_use' }

/**
 * Changes the context's brand; open pages of its stores hear of it. Its own language stays: its dishes are written in it. So does the
 * currency once a dish has a price.
 */
export async function editBrand(
  tx: Tx,
  ctx: Ctx,
  input: BrandInput,
): Promise<Result<{ brandId: string }, EditBrandRefusal>> {
  const { brandId } = ctx
  const before = await tx.selectFrom('brand').selectAll().where('id', '=', brandId).forUpdate().executeTakeFirst()
  if (!before) return refuse({ reason: 'not_found' })
  const defaultLang = before.defaultLang as Lang
  const read = await readBrand(tx, input, { defaultLang, brandId })
  if (!read.ok) return read
  if (read.value.currency !== before.currency && (await hasPrices(tx, brandId)))
    return refuse({ reason: 'currency_in_use' })

  const { accent, ...values } = read.value
  await tx
    .updateTable('brand')
    .set({ ...values, accent: JSON.stringify(accent), updatedAt: ctx.now })
    .where('id', '=', brandId)
    .execute()
  const subject = { brandId, id: brandId, defaultLang }
  await setTexts(tx, subject, 'name', input.names)
  await setTexts(tx, subject, 'description', input.descriptions)
  const was = Object.fromEntries(Object.keys(read.value).map((name) => [name, before[name as keyof typeof before]]))
  await audit(tx, ctx, { action: 'brand.edit', subjectId: brandId, before: was, after: read.value })
  await announceStores(tx, brandId)
  return ok({ brandId })
}

const hasPrices = async (tx: Tx, brandId: string) =>
  (await tx.selectFrom('dish').select('id').where('brandId', '=', brandId).limit(1).executeTakeFirst()) !== undefined

async function announceStores(tx: Tx, brandId: string): Promise<void> {
  const stores = await tx.selectFrom('store').select('id').where('brandId', '=', brandId).execute()
  announce(tx, ...stores.map(({ id }) => `store:${id}:menu` as const))
}
