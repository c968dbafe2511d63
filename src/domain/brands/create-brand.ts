import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx, Lang } from '../shared/ctx'
import { newId } from '../shared/ids'
import { type KeyReused, once } from '../shared/once'
import { ok, type Result, refuse } from '../shared/result'
import { type BrandInput, type BrandRefusal, readBrand } from './brand-input'
import { setTexts } from './set-texts'

export type NewBrand = BrandInput & { key: string; defaultLang: Lang }

/** Founds a brand, once for each form. Its colours are made readable first. Refuses as BrandRefusal says, and key_reused. */
export function createBrand(
  tx: Tx,
  ctx: Ctx,
  { key, defaultLang, ...input }: NewBrand,
): Promise<Result<{ brandId: string }, BrandRefusal | KeyReused>> {
  return once(tx, ctx, { key, body: { ...input, reserved: null, defaultLang } }, async () => {
    const read = await readBrand(tx, input, { defaultLang })
    if (!read.ok) return read
    const id = newId()
    const { accent, ...values } = read.value
    const row = await tx
      .insertInto('brand')
      .values({ id, ...values, accent: JSON.stringify(accent), defaultLang, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflict((on) => on.column('slug').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return refuse({ reason: 'slug_taken' as const })
    const subject = { brandId: id, id, defaultLang }
    await setTexts(tx, subject, 'name', input.names)
    await setTexts(tx, subject, 'description', input.descriptions)
    await audit(tx, { ...ctx, brandId: id }, { action: 'brand.create', subjectId: id, after: read.value })
    return ok({ brandId: id })
  })
}
