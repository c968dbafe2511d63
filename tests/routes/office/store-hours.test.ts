import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, aStore, noon, type Shop, type Store } from '../../support/world'

let site: Site
let shop: Shop
let next: Store
let theirs: Shop
let admin: Client
const at = () => ({ brand: shop.brandSlug, store: shop.storeSlug })
const url = (id = shop.storeId) => paths.officeStoreHours.href({ ...at(), id })
/** Noon of the store's Friday, 20 November. */
const later = (hours: number) => site.setNow(new Date(noon.getTime() + hours * 3_600_000))

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  shop = await aShop(site.db)
  next = await aStore(site.db, shop, { name: '信義店' })
  theirs = await aShop(site.db)
  admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: shop.brandId }] })
})
beforeEach(() => later(0))

/** The whole week's form: what is not named stays closed. */
const week = (days: Record<number, [string, string][]>) =>
  Object.fromEntries(
    Object.entries(days).flatMap(([day, spans]) => [
      [`opens.${day}`, spans.map(([opens]) => opens)],
      [`closes.${day}`, spans.map(([, closes]) => closes)],
    ]),
  )
const kept = (storeId: string) =>
  site.db
    .selectFrom('storeHours')
    .select(['weekday', 'opensMinute', 'closesMinute'])
    .where('storeId', '=', storeId)
    .orderBy('weekday')
    .orderBy('opensMinute')
    .execute()
const front = async () => (await site.client().get(paths.shop.href(at()))).text

test('a lunch break and a night past midnight are kept, and guests see them at once', async () => {
  expect(await front()).toContain('data-status="open"')
  const form = week({
    5: [
      ['11:00', '11:30'],
      ['17:00', '02:00'],
    ],
    1: [
      ['11:00', '14:30'],
      ['', ''],
    ],
  })
  const answer = await admin.post(url(), form)
  expect([answer.status, answer.location]).toEqual([303, `${url()}?saved=1`])
  expect(await kept(shop.storeId)).toEqual([
    { weekday: 1, opensMinute: 660, closesMinute: 870 },
    { weekday: 5, opensMinute: 660, closesMinute: 690 },
    { weekday: 5, opensMinute: 1020, closesMinute: 1560 },
  ])
  expect(await front()).toContain('data-status="closed"')
  later(6)
  expect(await front()).toContain('data-status="open"')
  later(13.5)
  expect(await front()).toContain('data-status="open"')
  later(14.5)
  expect(await front()).toContain('data-status="closed"')
  const page = await admin.get(`${url()}?saved=1`)
  expect(page.text).toContain('存好了')
  expect(page.text).toMatch(/name="closes\.5" value="02:00"/)
})

test('around the clock is from midnight to midnight, and spans that meet become one', async () => {
  await admin.post(
    url(),
    week({
      0: [['00:00', '00:00']],
      2: [
        ['10:00', '14:00'],
        ['13:00', '20:00'],
      ],
    }),
  )
  expect(await kept(shop.storeId)).toEqual([
    { weekday: 0, opensMinute: 0, closesMinute: 1440 },
    { weekday: 2, opensMinute: 600, closesMinute: 1200 },
  ])
})

test('R33: the log has the days that changed, before and after, and nothing when none did', async () => {
  await admin.post(url(next.storeId), week({ 3: [['09:00', '18:00']] }))
  await admin.post(
    url(next.storeId),
    week({
      3: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    }),
  )
  await admin.post(
    url(next.storeId),
    week({
      3: [
        ['09:00', '12:00'],
        ['13:00', '18:00'],
      ],
    }),
  )
  const entries = await site.db
    .selectFrom('auditLog')
    .select(['action', 'before', 'after'])
    .where('storeId', '=', next.storeId)
    .orderBy('id')
    .execute()
  expect(entries).toHaveLength(2)
  expect(entries[1]).toEqual({
    action: 'store.hours',
    before: { day_3: '09:00–18:00' },
    after: { day_3: '09:00–12:00 13:00–18:00' },
  })
})

test('half a span is asked for again on its day, and what was typed stays', async () => {
  const before = await kept(shop.storeId)
  const answer = await admin.panel(url(), week({ 1: [['11:00', '']], 2: [['09:00', '17:00']] }))
  expect([answer.status, answer.text.includes('<html')]).toEqual([422, false])
  expect(answer.text).toContain('開門和打烊要一起寫')
  expect(answer.text).toMatch(/name="opens\.1" value="11:00"[^>]*aria-invalid="true"/)
  expect(answer.text).toMatch(/name="closes\.2" value="17:00"/)
  expect(await kept(shop.storeId)).toEqual(before)
})

test('what is no clock, and more spans than a day has room for, do no harm', async () => {
  const before = await kept(shop.storeId)
  for (const form of [{}, { 'opens.9': '10:00', 'closes.9': '11:00' }, { 'opens.1': "' or 1=1", 'closes.1': '99:99' }])
    await admin.post(url(), form as Record<string, string>)
  expect(await kept(shop.storeId)).toEqual(before)
  expect((await admin.post(url(), week({ 1: [['99:00', '12:00']] }))).status).toBe(422)
  const many = Array.from({ length: 20 }, (_, i): [string, string] => [`${10 + (i % 10)}:00`, `${10 + (i % 10)}:30`])
  expect((await admin.post(url(), week({ 1: many }))).status).toBeLessThan(500)
})

test('complaint 52: hours of another brand’s store are not there, and whoever runs one store does not set them', async () => {
  const before = await kept(theirs.storeId)
  for (const id of [theirs.storeId, crypto.randomUUID(), 'nonsense'])
    expect([
      (await admin.get(url(id))).status,
      (await admin.post(url(id), week({ 1: [['09:00', '10:00']] }))).status,
    ]).toEqual([404, 404])
  expect(await kept(theirs.storeId)).toEqual(before)
  const manager = await signedIn(site, { roles: [staffAt(shop, { p1: true, p2: true, p3: true, p4: true })] })
  expect((await manager.get(url())).status).toBe(403)
})

test('the list of stores leads there, in English too', async () => {
  admin.lang = 'en'
  const list = await admin.get(paths.officeStores.href(at()))
  expect(list.text).toContain(`href="${url(next.storeId)}"`)
  expect((await admin.get(url())).text).toContain('A break at noon makes two rows')
  admin.lang = 'zh-Hant'
})
