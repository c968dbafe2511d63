import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { addPictures } from '../../../src/domain/menu/add-pictures'
import { pictureFile } from '../../../src/domain/menu/picture-file'
import { derivePicture } from '../../../src/domain/menu/pictures'
import { newId } from '../../../src/domain/shared/ids'
import { freshDb, rolledBack } from '../../support/db'

const red = { r: 200, g: 40, b: 20 }
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } })
    .jpeg()
    .toBuffer()
const cutout = (size: number) =>
  sharp({ create: { width: size, height: size, channels: 4, background: { ...red, alpha: 0.4 } } })
    .png()
    .toBuffer()

async function derived(source: Buffer) {
  const picture = await derivePicture(source)
  if (!picture.ok) throw new Error(picture.refusal.reason)
  return picture.value
}

describe('an uploaded picture', () => {
  test('becomes AVIF and WebP in three widths, each as wide as its name says', async () => {
    const { widths, isCutout, files } = await derived(await photo(1600, 1200))
    expect({ widths, isCutout }).toEqual({ widths: [320, 640, 1280], isCutout: false })
    expect(files).toHaveLength(6)
    for (const { width, format, bytes } of files) {
      const found = await sharp(bytes).metadata()
      expect(found).toMatchObject({ width, height: width * 0.75, format: format === 'avif' ? 'heif' : 'webp' })
    }
  })

  test('is never enlarged', async () => {
    expect((await derived(await photo(400, 300))).widths).toEqual([320, 400])
    expect((await derived(await photo(100, 100))).widths).toEqual([100])
  })

  test('without a background stays without one, and small: it stands on a plate', async () => {
    const { widths, isCutout, files } = await derived(await cutout(256))
    expect({ widths, isCutout }).toEqual({ widths: [96, 192, 256], isCutout: true })
    for (const { bytes } of files) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
  })

  test('is named by its content: the same twice, another differently', async () => {
    const [first, again, other] = await Promise.all([photo(640, 480), photo(640, 480), photo(640, 481)])
    expect((await derived(first)).fileName).toBe((await derived(again)).fileName)
    expect((await derived(first)).fileName).not.toBe((await derived(other)).fileName)
    expect((await derived(first)).fileName).toMatch(/^[0-9a-f]{20}$/)
  })

  test('taken sideways is turned upright and loses what the camera wrote into it', async () => {
    const sideways = await sharp(await photo(800, 600))
      .withExif({ IFD0: { Copyright: 'someone' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const { width, height, files } = await derived(sideways)
    expect([width, height]).toEqual([600, 800])
    expect(await sharp(files[0]?.bytes).metadata()).not.toHaveProperty('exif')
  })

  test('is refused when it is no bitmap, broken, or enormous', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    )
    expect(await derivePicture(svg)).toEqual({ ok: false, refusal: { reason: 'not_a_picture' } })
    expect(await derivePicture(Buffer.from('lunch'))).toEqual({ ok: false, refusal: { reason: 'not_a_picture' } })
    const half = (await cutout(300)).subarray(0, 60)
    expect(await derivePicture(half)).toEqual({ ok: false, refusal: { reason: 'not_a_picture' } })
    const wide = await sharp({ create: { width: 10_000, height: 5_001, channels: 3, background: red } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    expect(await derivePicture(wide)).toEqual({ ok: false, refusal: { reason: 'too_large' } })
  })
})

describe('a picture kept', () => {
  const brandRow = (id: string) => ({ id, slug: `b${id.slice(-12)}`, name: '店', seal: '店' })

  test('can be read by its name, and is kept once however often it is added', () =>
    rolledBack(async (tx) => {
      const [brandId, other] = [newId(), newId()]
      await tx
        .insertInto('brand')
        .values([brandRow(brandId), brandRow(other)])
        .execute()
      const picture = await derived(await cutout(120))

      const first = await addPictures(tx, { brandId }, { pictures: [picture] })
      const again = await addPictures(tx, { brandId }, { pictures: [picture] })
      const elsewhere = await addPictures(tx, { brandId: other }, { pictures: [picture] })

      expect(again).toEqual(first)
      expect(elsewhere).not.toEqual(first)
      const file = picture.files[0]!
      const bytes = await pictureFile(tx, { fileName: picture.fileName, width: file.width, format: file.format })
      expect(bytes?.equals(file.bytes)).toBe(true)
    }))

  test('that nobody has is null', async () => {
    const { db } = await freshDb()
    expect(await pictureFile(db, { fileName: 'f'.repeat(20), width: 96, format: 'avif' })).toBeNull()
  })
})
