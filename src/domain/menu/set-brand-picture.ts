import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { ok, type Result } from '../shared/result'
import { addPictures } from './add-pictures'
import type { DerivedPicture } from './pictures'

/** Gives the context's brand its picture, in place of the one before. */
export async function setBrandPicture(
  tx: Tx,
  ctx: Ctx,
  { picture }: { picture: DerivedPicture },
): Promise<Result<{ pictureId: string }, never>> {
  const { brandId } = ctx
  const kept = await addPictures(tx, ctx, { pictures: [picture] })
  const pictureId = kept.ok ? (kept.value.get(picture.fileName) as string) : ''
  const before = await tx
    .selectFrom('brandPicture')
    .select('pictureId')
    .where('brandId', '=', brandId)
    .executeTakeFirst()
  await tx
    .insertInto('brandPicture')
    .values({ brandId, pictureId })
    .onConflict((on) => on.column('brandId').doUpdateSet({ pictureId }))
    .execute()
  await audit(tx, ctx, { action: 'brand.picture', subjectId: brandId, before, after: { pictureId } })
  return ok({ pictureId })
}
