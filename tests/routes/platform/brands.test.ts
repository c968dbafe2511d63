import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import type { Client } from '../../support/client'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aBrand, aShop, aStore, noon, type Store } from '../../support/world'

let site: Site
let boss: Client
let here: Store

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  boss = await signedIn(site, { name: '沈老闆', roles: [{ role: 'boss' }] })
  here = await aStore(site.db, await aBrand(site.db))
})

const form = (set: Record<string, string | string[]> = {}) => ({
  key: randomUUID(),
  ...{ zh: '福記油飯', en: 'Fu Ji Sticky Rice', seal: '福', colour: '#E9AB2B', was: '#E9AB2B' },
  ...{
    zhDescription: '',
    enDescription: '',
    slug: `fuji-${newId().slice(-8)}`,
    currency: 'TWD',
    languages: ['zh-Hant', 'en'],
  },
  ...{ defaultLang: 'zh-Hant', isActive: 'on', ...set },
})
const brandOf = (slug: string) => site.db.selectFrom('brand').selectAll().where('slug', '=', slug).executeTakeFirst()

test('the boss adds a brand: a yellow too bright for white words is kept darker, and the log says who did it', async () => {
  const sent = form()
  const answer = await boss.post('/platform/brands', sent)
  const brand = await brandOf(sent.slug)
  expect([answer.status, answer.location]).toEqual([303, `/platform/brands/${brand?.id}?saved=1`])
  expect(brand).toMatchObject({ name: '福記油飯', seal: '福', isActive: true, languages: ['zh-Hant', 'en'] })
  expect((brand!.accent as { brand: string }).brand).toMatch(/^oklch\(66% /)
  const page = await boss.get(answer.location!)
  expect(page.text).toContain('Fu Ji Sticky Rice')
  const log = await site.db.selectFrom('auditLog').selectAll().where('subjectId', '=', brand!.id).executeTakeFirst()
  expect(log).toMatchObject({ action: 'brand.create', actor: '沈老闆', brandId: brand!.id })
})

test('R6: a form sent twice makes one brand', async () => {
  const sent = form()
  const [first, second] = await Promise.all([boss.post('/platform/brands', sent), boss.post('/platform/brands', sent)])
  expect([first.status, second.status, second.location]).toEqual([303, 303, first.location])
  const other = await boss.post('/platform/brands', { ...sent, zh: '別的' })
  expect([other.status, other.text.includes('這張表送過了')]).toEqual([422, true])
})

test.each([
  [{ slug: 'office' }, '這個字留給系統'],
  [{ slug: 'platform' }, '這個字留給系統'],
  [{ slug: 'Not A Slug' }, '網址要 2 到 40 個字'],
  [{ zh: '  ' }, '請寫名字'],
  [{ seal: '' }, '一個中文字'],
  [{ colour: 'reddish' }, '看不懂這個顏色'],
])('a brand with %j is refused and what was typed stays', async (wrong, words) => {
  const answer = await boss.post('/platform/brands', form({ enDescription: 'typed by hand', ...wrong }))
  expect([answer.status, answer.text.includes(words)]).toEqual([422, true])
  expect(answer.text).toContain('typed by hand')
})

test('an address that a brand has already is refused to the next', async () => {
  const answer = await boss.post('/platform/brands', form({ slug: here.brandSlug, en: 'Second Comer' }))
  expect([answer.status, answer.text.includes('已經有品牌在用'), answer.text.includes('Second Comer')]).toEqual([
    422,
    true,
    true,
  ])
})

test('a brand that is switched off is gone from the shop at once, and back when switched on', async () => {
  const store = await aStore(site.db, await aBrand(site.db))
  const shop = `/${store.brandSlug}/${store.storeSlug}`
  const guest = site.client()
  expect((await guest.get(shop)).status).toBe(200)
  const url = `/platform/brands/${store.brandId}`
  const { isActive: _, ...off } = form({ slug: store.brandSlug })
  expect((await boss.post(url, off)).status).toBe(303)
  expect([(await guest.get(shop)).status, (await guest.get(`/${store.brandSlug}`)).status]).toEqual([404, 404])
  expect((await boss.post(url, { ...off, isActive: 'on' })).status).toBe(303)
  expect((await guest.get(shop)).status).toBe(200)
})

test('a swatch is tried on before it is kept: the panel measures it, the stylesheet shows it', async () => {
  const query = new URLSearchParams({ ...form({ pick: '#E9AB2B', colour: '#D73F25', was: '#D73F25' }) } as never)
  const panel = await boss.panel(`/platform/accent?brand=${here.brandId}&${query}`)
  expect(panel.text).toContain('id="brand-look"')
  expect(panel.text).toContain('value="#E9AB2B"')
  expect(panel.text).toContain('你選的只有 2.0，要 3 以上')
  const css = await boss.get('/platform/accent.css?colour=%23E9AB2B')
  expect(css.text).toMatch(/\.draft\{--brand:oklch\(66% /)
})

test('a picture goes through the mill, and what is none is refused', async () => {
  const { brandId, brandSlug } = await aBrand(site.db)
  const send = async (bytes: Uint8Array<ArrayBuffer>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(form({ slug: brandSlug })))
      for (const one of [value].flat()) body.append(name, one)
    body.append('csrf', await boss.ownToken())
    body.append('picture', new File([bytes], 'shop.png', { type: 'image/png' }))
    return boss.send(`/platform/brands/${brandId}`, { method: 'POST', body, headers: { Origin: boss.origin } })
  }
  expect((await send(new TextEncoder().encode('<svg onload="x"/>'))).text).toContain('這不是能用的照片')
  const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a50' } })
    .png()
    .toBuffer()
  expect((await send(new Uint8Array(png))).status).toBe(303)
  const kept = await site.db.selectFrom('brandPicture').select('pictureId').where('brandId', '=', brandId).execute()
  expect(kept).toHaveLength(1)
})

test('the picture stands on the brand’s own page', async () => {
  const shop = await aShop(site.db)
  const page = () => site.client().get(`/${shop.brandSlug}`)
  expect((await page()).text).not.toContain('<picture>')
  const pictureId = newId()
  const file = { fileName: 'f0'.repeat(10), widths: [200, 400], width: 400, height: 300 }
  await site.db
    .insertInto('picture')
    .values({ brandId: shop.brandId, id: pictureId, ...file })
    .execute()
  await site.db.insertInto('brandPicture').values({ brandId: shop.brandId, pictureId }).execute()
  expect((await page()).text).toContain(`/pictures/${file.fileName}-400.webp`)
})

test('a currency stays once dishes have prices in it', async () => {
  await site.db.insertInto('dish').values({ brandId: here.brandId, id: newId(), name: '麵', basePrice: 100 }).execute()
  const answer = await boss.post(`/platform/brands/${here.brandId}`, form({ slug: here.brandSlug, currency: 'USD' }))
  expect([answer.status, answer.text.includes('不能換了')]).toEqual([422, true])
})

test('R30: nobody but the boss sees the platform; a guest is led to sign in', async () => {
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  const staff = await signedIn(site, { roles: [staffAt(here, { p1: true, p2: true, p3: true, p4: true })] })
  for (const url of ['/platform', '/platform/brands', '/platform/brands/new', `/platform/brands/${here.brandId}`]) {
    expect([(await admin.get(url)).status, (await staff.get(url)).status]).toEqual([403, 403])
    expect((await site.client().get(url)).location).toMatch(/^\/sign-in\?back=/)
  }
  expect((await admin.post(`/platform/brands/${here.brandId}`, form())).status).toBe(403)
})

test('the platform speaks English too, and a brand that is not there is not there', async () => {
  boss.lang = 'en'
  const page = await boss.get(`/platform/brands/${here.brandId}`)
  expect([page.status, page.text.includes('What guests will see')]).toEqual([200, true])
  expect((await boss.get(`/platform/brands/${newId()}`)).status).toBe(404)
  boss.lang = 'zh-Hant'
})
