import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../support/client'
import { signedIn } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aBrand, aStore, noon, type Store } from '../../support/world'

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
  brand: here.brandId,
  ...{ zh: '迪化店', en: 'Dihua', zhAddress: '臺北市迪化街一段 1 號', enAddress: '', phone: '02 2555 1234' },
  ...{
    slug: `dihua-${randomUUID().slice(0, 8)}`,
    weekdays: ['1', '2', '3', '4', '5'],
    opens: '11:00',
    closes: '02:00',
  },
  ...{ stations: '熱廚、冷台', isActive: 'on', ...set },
})

test('a store that the boss opens has a page at once, with an empty menu, its hours past midnight and its stations', async () => {
  const sent = form()
  const answer = await boss.post('/platform/stores', sent)
  expect(answer.status).toBe(303)
  const page = await site.client().get(`/${here.brandSlug}/${sent.slug}`)
  expect([page.status, page.text.includes('迪化店')]).toEqual([200, true])
  const id = answer.location!.split(/[/?]/)[3]!
  const hours = await site.db.selectFrom('storeHours').selectAll().where('storeId', '=', id).execute()
  expect(hours.map(({ opensMinute, closesMinute }) => [opensMinute, closesMinute])).toEqual(Array(5).fill([660, 1560]))
  const stations = await site.db
    .selectFrom('station')
    .select('name')
    .where('storeId', '=', id)
    .orderBy('position')
    .execute()
  expect(stations.map(({ name }) => name)).toEqual(['熱廚', '冷台'])
  const log = await site.db.selectFrom('auditLog').select('action').where('storeId', '=', id).orderBy('id').execute()
  expect(log.map(({ action }) => action)).toEqual(['store.create', 'menu.publish'])
  expect((await boss.get('/platform/stores')).text).toContain('迪化店')
})

test('R6: the form sent twice opens one store', async () => {
  const sent = form()
  const [first, second] = [await boss.post('/platform/stores', sent), await boss.post('/platform/stores', sent)]
  expect([first.status, second.location]).toEqual([303, first.location])
})

test.each([
  [{ slug: 'cart page' }, '網址要 2 到 40 個字'],
  [{ slug: 'api' }, '這個字留給系統'],
  [{ zh: '' }, '請寫名字'],
  [{ phone: 'call me' }, '不像電話號碼'],
  [{ opens: '' }, '幾點開門'],
  [{ stations: ' , ' }, '至少要有一個站'],
  [{ brand: randomUUID() }, '請選一個品牌'],
])('a store with %j is refused and what was typed stays', async (wrong, words) => {
  const answer = await boss.post('/platform/stores', form({ enAddress: 'typed by hand', ...wrong }))
  expect([answer.status, answer.text.includes(words), answer.text.includes('typed by hand')]).toEqual([422, true, true])
})

test('two stores of a brand never share an address; two brands may', async () => {
  const answer = await boss.post('/platform/stores', form({ slug: here.storeSlug }))
  expect([answer.status, answer.text.includes('已經有店用這個網址')]).toEqual([422, true])
  const other = await aBrand(site.db)
  expect((await boss.post('/platform/stores', form({ slug: here.storeSlug, brand: other.brandId }))).status).toBe(303)
})

test('a store is renamed, and switched off it is gone for guests', async () => {
  const store = await aStore(site.db, here)
  const { isActive: _, ...off } = form({ slug: store.storeSlug, zh: '改名店' })
  const url = `/platform/stores/${store.storeId}`
  const shop = `/${store.brandSlug}/${store.storeSlug}`
  expect((await site.client().get(shop)).status).toBe(200)
  expect((await boss.post(url, { ...off, isActive: 'on' })).status).toBe(303)
  expect((await site.client().get(shop)).text).toContain('改名店')
  expect((await boss.post(url, off)).status).toBe(303)
  expect((await site.client().get(shop)).status).toBe(404)
  const log = await site.db
    .selectFrom('auditLog')
    .select(['before', 'after'])
    .where('action', '=', 'store.edit')
    .execute()
  expect(log.at(-1)).toMatchObject({ before: { isActive: true }, after: { isActive: false } })
})

test('R30: stores are opened by the boss alone', async () => {
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  expect((await admin.get('/platform/stores')).status).toBe(403)
  expect((await admin.post('/platform/stores', form())).status).toBe(403)
  expect((await site.client().get('/platform/stores/new')).location).toMatch(/^\/sign-in\?back=/)
})
