import { beforeAll, expect, test } from 'vitest'
import { audit } from '../../../src/domain/audit/record'
import { ok } from '../../../src/domain/shared/result'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import { aBrand, act, aStore, later, type Store, staffCtx } from '../../support/world'

let site: Site
let here: Store
let next: Store
let manager: Client
let jan: string
const url = (query = {}, at = here) => paths.officeAudit.href({ brand: at.brandSlug, store: at.storeSlug }, query)
const rows = (html: string) => [...html.matchAll(/<td class="lead font-bold">([^<]*)</g)].map(([, action]) => action)

async function did(
  place: Store,
  minutes: number,
  entry: Parameters<typeof audit>[2],
  name = '陳柏宇',
  accountId = jan,
) {
  const ctx = staffCtx(place, { now: later(minutes), accountId, name })
  await act(site.db, async (tx, it) => ok(await audit(tx, it, entry)), ctx, {})
}

beforeAll(async () => {
  site = await openSite()
  site.setNow(later(60))
  here = await aStore(site.db, await aBrand(site.db))
  next = await aStore(site.db, here, { name: '信義店' })
  manager = await signedIn(site, { name: '周雅婷', roles: [staffAt(here, { p4: true })] })
  jan = await aPerson(site, { name: '陳柏宇', roles: [staffAt(here, { p3: true })] })
  await did(here, -1500, { action: 'menu.publish', after: { number: 22 } })
  await did(here, 1, {
    action: 'store.pause',
    subjectId: here.storeId,
    before: { pauseReason: null },
    after: { pauseReason: '瓦斯檢查' },
  })
  await did(
    here,
    2,
    { action: 'staff.rights', subjectId: jan, before: { p1: true, p2: false }, after: { p1: true, p2: true } },
    '周雅婷',
    await aPerson(site),
  )
  await did(next, 3, { action: 'customer.create', after: { name: '林太太' } })
})

test('R33: the log tells who did what to whom, before and after, latest first', async () => {
  const { status, text } = await manager.get(url())
  expect(status).toBe(200)
  expect(rows(text)).toEqual(['改權限', '暫停接單', '發布菜單'])
  expect(text).toContain('<span class="text-muted">看後台與記帳</span> <del>不行</del> <ins>可以</ins>')
  expect(text).toContain('<ins>瓦斯檢查</ins>')
})

test.each([
  ['who', () => ({ who: jan }), ['暫停接單', '發布菜單']],
  ['what', () => ({ what: 'staff' }), ['改權限']],
  ['when', () => ({ day: '2026-11-19' }), ['發布菜單']],
  [
    'a value nobody could choose',
    () => ({ who: 'x', what: 'eaten', day: 'yesterday', cursor: "'; --", entry: '7' }),
    ['改權限', '暫停接單', '發布菜單'],
  ],
])('the filter is in the URL: %s', async (_name, query, expected) => {
  const { status, text } = await manager.get(url(query()))
  expect(status).toBe(200)
  expect(rows(text)).toEqual(expected)
})

test('where: the whole brand is for its admins; the manager of one store goes on seeing that store alone', async () => {
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  expect(rows((await admin.get(url({ where: 'brand' }))).text)).toEqual(['加顧客', '改權限', '暫停接單', '發布菜單'])
  expect(rows((await manager.get(url({ where: 'brand' }))).text)).toEqual(['改權限', '暫停接單', '發布菜單'])
})

test('an entry opens whole beside the list, and only where it belongs', async () => {
  const [entry] = await site.db.selectFrom('auditLog').select('id').where('action', '=', 'staff.rights').execute()
  const [foreign] = await site.db.selectFrom('auditLog').select('id').where('action', '=', 'customer.create').execute()
  expect((await manager.get(url({ entry: entry!.id }))).text).toContain('周雅婷：改權限 陳柏宇')
  expect((await manager.get(url({ entry: foreign!.id }))).text).not.toContain('林太太')
})

test('the log is read page by page, without one entry twice or lost', async () => {
  const busy = await aStore(site.db, here, { name: '忙店' })
  for (let i = 0; i < 55; i++) await did(busy, 10, { action: 'stock.count', after: { total: i } })
  const boss = await signedIn(site, { roles: [{ role: 'boss' }] })
  const first = (await boss.get(url({}, busy))).text
  const older = /href="([^"]*cursor[^"]*)">再往前/.exec(first)![1]!.replaceAll('&amp;', '&')
  const second = (await boss.get(older)).text
  const counts = [...`${first}${second}`.matchAll(/數量<\/span> *<ins>(\d+)</g)].map(([, n]) => Number(n))
  expect([rows(first).length, rows(second).length]).toEqual([50, 5])
  expect(new Set(counts).size).toBe(55)
})

test('R33: the database refuses to change or remove what was recorded', async () => {
  await expect(site.db.updateTable('auditLog').set({ actor: '別人' }).execute()).rejects.toThrow('append-only')
  await expect(site.db.deleteFrom('auditLog').execute()).rejects.toThrow('append-only')
})

test('R44: one look for the log and one for who reads', async () => {
  await manager.get(url())
  expect(await roundTripsOf(site.pool, () => manager.get(url()))).toHaveLength(2)
})

test('it reads in English too', async () => {
  manager.lang = 'en'
  const { text } = await manager.get(url())
  manager.lang = 'zh-Hant'
  expect(rows(text)).toEqual(['Changed rights', 'Paused orders', 'Published the menu'])
  expect(text).toContain('See office and books')
})
