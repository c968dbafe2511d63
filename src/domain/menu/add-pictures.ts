import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { ok, type Result } from '../shared/result'
import type { DerivedPicture } from './pictures'

/** Keeps pictures for the brand and gives their ids by file name. A picture the brand already has is not kept twice. */
export async function addPictures(
  tx: Tx,
  { brandId }: Pick<Ctx, 'brandId'>,
  { pictures }: { pictures: DerivedPicture[] },
): Promise<Result<Map<string, string>, never>> {
  if (pictures.length === 0) return ok(new Map())
  const kept = await tx
    .insertInto('picture')
    .values(pictures.map(({ files, ...picture }) => ({ brandId, id: newId(), ...picture })))
    .onConflict((on) =>
      on.columns(['brandId', 'fileName']).doUpdateSet((eb) => ({ fileName: eb.ref('excluded.fileName') })),
    )
    .returning(['id', 'fileName'])
    .execute()
  const ids = new Map(kept.map(({ fileName, id }) => [fileName, id]))

  const files = pictures.flatMap(({ fileName, files }) =>
    files.map((file) => ({ brandId, pictureId: ids.get(fileName) as string, ...file })),
  )
  await tx
    .insertInto('pictureFile')
    .values(files)
    .onConflict((on) => on.doNothing())
    .execute()
  return ok(ids)
}
