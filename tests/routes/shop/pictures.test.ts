import { Hono } from 'hono'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { addPictures } from '../../../src/domain/menu/add-pictures'
import { type DerivedPicture, derivePicture } from '../../../src/domain/menu/pictures'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { ok } from '../../../src/domain/shared/result'
import type { AppEnv, Deps } from '../../../src/routes/kit/context'
import { pictures } from '../../../src/routes/shop/pictures'
import { paths } from '../../../src/views/paths'
import { freshDb } from '../../support/db'

let app: Hono<AppEnv>
let picture: DerivedPicture

beforeAll(async () => {
  const { db } = await freshDb()
  app = new Hono<AppEnv>()
  app.use((c, next) => {
    c.set('deps', { db } as Deps)
    return next()
  })
  app.route('/', pictures)

  const create = { width: 300, height: 200, channels: 3 as const, background: '#c33' }
  const derived = await derivePicture(await sharp({ create }).png().toBuffer())
  if (!derived.ok) throw new Error(derived.refusal.reason)
  picture = derived.value
  const brandId = newId()
  await inTransaction(db, async (tx) => {
    await tx.insertInto('brand').values({ id: brandId, slug: 'pictured', name: '店', seal: '店' }).execute()
    await addPictures(tx, { brandId }, { pictures: [picture] })
    return ok(null)
  })
})

const get = (file: string, headers: Record<string, string> = {}) =>
  app.request(paths.picture.href({ file }), { headers })

describe('a picture of a dish', () => {
  test.each(['avif', 'webp'] as const)('is served as %s, to be kept by any cache for ever', async (format) => {
    const response = await get(`${picture.fileName}-300.${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe(`image/${format}`)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('Set-Cookie')).toBeNull()
    const file = picture.files.find((f) => f.format === format)
    expect(Buffer.from(await response.arrayBuffer()).equals(file!.bytes)).toBe(true)
  })

  test('is not sent again to a browser that has it', async () => {
    const etag = (await get(`${picture.fileName}-300.webp`)).headers.get('ETag')!
    const again = await get(`${picture.fileName}-300.webp`, { 'If-None-Match': etag })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })

  test.each(['nothing.webp', `${'0'.repeat(20)}-96.webp`, '..%2F..%2Fpackage.json', `${'f'.repeat(20)}-96.svg`])(
    'named %s is not found',
    async (file) => {
      expect((await get(decodeURIComponent(file))).status).toBe(404)
    },
  )

  test('in a width nobody made is not found', async () => {
    expect((await get(`${picture.fileName}-9999.webp`)).status).toBe(404)
  })
})
