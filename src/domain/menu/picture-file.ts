import type { Db } from '../../db/connect'
import type { PictureFormat } from './pictures'

export type PictureName = { fileName: string; width: number; format: PictureFormat }

const maxBytes = 32_000_000
const kept = new Map<string, Buffer>()
let size = 0

/**
 * The bytes of one file of a picture, or null. Names come from the content, so bytes once read stay right: the process keeps
 * the most recently used 32 MB. Any brand: pictures are public, and a name says nothing about whose it is.
 */
export async function pictureFile(db: Db, name: PictureName): Promise<Buffer | null> {
  const key = `${name.fileName}-${name.width}.${name.format}`
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const row = await db
    .selectFrom('picture')
    .innerJoin('pictureFile', (join) =>
      join.onRef('pictureFile.brandId', '=', 'picture.brandId').onRef('pictureFile.pictureId', '=', 'picture.id'),
    )
    .select('pictureFile.bytes')
    .where('picture.fileName', '=', name.fileName)
    .where('pictureFile.width', '=', name.width)
    .where('pictureFile.format', '=', name.format)
    .limit(1)
    .executeTakeFirst()
  if (row) keep(key, row.bytes)
  return row?.bytes ?? null
}

function keep(key: string, bytes: Buffer): void {
  kept.set(key, bytes)
  size += bytes.length
  for (const [oldest, old] of kept) {
    if (size <= maxBytes) return
    kept.delete(oldest)
    size -= old.length
  }
}
