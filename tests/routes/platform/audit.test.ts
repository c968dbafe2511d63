import { beforeAll, expect, test } from 'vitest'
import { audit } from '../../../src/domain/audit/record'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { aPerson, signedIn } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, later, noon, type Shop, staffCtx } from '../../support/world'

let site: Site
let shop: Shop
let boss: Client
const url = (query = {}) => paths.platformAudit.href({}, query)

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  shop = await aShop(site.db)
  boss = await signedIn(site, { name: '王佳蓉', roles: [{ role: 'boss' }] })
  await site.db
    .transaction()
    .execute((tx) => audit(tx, staffCtx(shop), { action: 'store.pause', after: { pauseReason: '店裡的事' } }))
})

test('what the boss does above the brands stands there, and what happened in a store does not', async () => {
  await boss.post(paths.platformSettings.href({}), { site_zh: '好好吃飯', open: 'on' })
  const { text, status } = await boss.get(url())
  expect(status).toBe(200)
  for (const word of ['王佳蓉', '改系統設定', '好好吃飯']) expect(text).toContain(word)
  expect(text).not.toContain('店裡的事')
})

test('a boss whose rights end is on record there', async () => {
  const accountId = await aPerson(site, { name: '老陳', roles: [{ role: 'boss' }] })
  const grant = site.db.selectFrom('staffGrant').select('id').where('accountId', '=', accountId)
  await boss.post(paths.platformDeactivation.href({ id: (await grant.executeTakeFirstOrThrow()).id }))
  const { text } = await boss.get(url({ what: 'staff' }))
  expect(text).toContain('老陳')
  expect(text).not.toContain('好好吃飯')
})

test('who, what and when narrow it; what nobody would ask for is as good as absent', async () => {
  const me = await site.db.selectFrom('account').select('id').where('name', '=', '王佳蓉').executeTakeFirstOrThrow()
  const shows = async (query: object) => (await boss.get(url(query))).text.includes('好好吃飯')
  expect(await shows({ who: me.id })).toBe(true)
  expect(await shows({ who: await aPerson(site) })).toBe(false)
  expect([await shows({ day: '2026-11-20' }), await shows({ day: '2026-11-19' })]).toEqual([true, false])
  expect(await shows({ who: "' or true", what: 'nothing', day: 'someday', cursor: '999' })).toBe(true)
  expect((await boss.get(url({ day: '2026-11-19' }))).text).toContain('這裡沒有紀錄')
})

test('it is read page by page, and in English', async () => {
  await site.db.transaction().execute(async (tx) => {
    const above = { ...staffCtx(shop, { now: later(-60) }), brandId: '', storeId: '' }
    for (let n = 0; n < 60; n++) await audit(tx, above, { action: 'settings.save', after: { contact: `第 ${n} 次` } })
  })
  const first = await boss.get(url())
  const older = /href="([^"]*cursor=[^"]*)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
  const second = await boss.get(older)
  const all = [first, second].flatMap(({ text }) => text.match(/第 \d+ 次/g) ?? [])
  expect(new Set(all).size).toBe(60)
  boss.lang = 'en'
  expect((await boss.get(url())).text).toContain('What was done above the brands')
})

test('R30: nobody else reads it', async () => {
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: shop.brandId }] })
  expect((await admin.get(url())).status).toBe(403)
})
