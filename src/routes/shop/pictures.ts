import { pictureFile } from '../../domain/menu/picture-file'
import { paths } from '../../views/paths'
import { router } from '../kit/audience'
import { need } from '../kit/guard'
import { hasCopy } from '../kit/headers'

export const pictures = router()

const name = /^([0-9a-f]{20})-(\d{2,4})\.(avif|webp)$/

/** A name stands for its content for ever: browsers and caches in between never ask twice. */
pictures.get(paths.picture.pattern, need('public'), async (c) => {
  const [file, fileName = '', width = '', format = ''] = name.exec(c.req.param('file') ?? '') ?? []
  if (!file) return c.body(null, 404)
  const etag = `"${file}"`
  const forever = { 'Cache-Control': 'public, max-age=31536000, immutable', ETag: etag }
  if (hasCopy(c, etag)) return c.body(null, 304, forever)

  const bytes = await pictureFile(c.var.deps.db, { fileName, width: Number(width), format: format as 'avif' | 'webp' })
  if (!bytes) return c.body(null, 404)
  return c.body(new Uint8Array(bytes), 200, { ...forever, 'Content-Type': `image/${format}` })
})
