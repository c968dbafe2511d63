import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../support/client'
import { aPerson, signedIn } from '../../support/people'
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

const grantOf = (accountId: string) =>
  site.db.selectFrom('staffGrant').selectAll().where('accountId', '=', accountId).executeTakeFirstOrThrow()

test('the boss asks somebody to mind a brand: the link opens its office, once, and the page says who asked', async () => {
  const sent = { key: randomUUID(), brand: here.brandId, name: '陳福來' }
  const answer = await boss.post('/platform/people/invitations', sent)
  expect([answer.status, answer.location]).toEqual([303, `/platform/people/invitations/${sent.key}#invitation`])
  const page = await boss.get(`/platform/people/invitations/${sent.key}`)
  expect([page.text.includes('陳福來'), page.text.includes('沈老闆 設的')]).toEqual([true, true])
  const link = /value="http:\/\/shop\.test(\/join\/[\w-]+)"/.exec(page.text)![1]!

  const admin = await signedIn(site, { name: '福來' })
  const orders = `/office/${here.brandSlug}/${here.storeSlug}/orders`
  expect((await admin.get(orders)).status).toBe(404)
  expect((await admin.post(link)).status).toBe(303)
  expect((await admin.get(orders)).status).toBe(200)
  expect((await admin.get('/platform/people')).status).toBe(403)
  const late = await signedIn(site)
  expect((await late.post(link)).status).toBe(422)
})

test('an invitation taken back opens nothing', async () => {
  const sent = { key: randomUUID(), brand: here.brandId, name: '許露露' }
  await boss.post('/platform/people/invitations', sent)
  const page = await boss.get(`/platform/people/invitations/${sent.key}`)
  const link = /value="http:\/\/shop\.test(\/join\/[\w-]+)"/.exec(page.text)![1]!
  expect((await boss.post(`/platform/people/invitations/${sent.key}/withdrawal`)).status).toBe(303)
  expect((await (await signedIn(site)).post(link)).status).toBe(422)
  expect((await boss.get('/platform/people')).text).not.toContain('許露露')
})

test('a name and a brand are asked for, and what was typed stays', async () => {
  const nameless = await boss.post('/platform/people/invitations', {
    key: randomUUID(),
    brand: here.brandId,
    name: ' ',
  })
  expect([nameless.status, nameless.text.includes('請寫名字')]).toEqual([422, true])
  const nowhere = await boss.post('/platform/people/invitations', {
    key: randomUUID(),
    brand: randomUUID(),
    name: '林佳玲',
  })
  expect([nowhere.status, nowhere.text.includes('value="林佳玲"')]).toEqual([422, true])
})

test('an admin who is ended gets nothing more, and comes back when the boss says so; the log has both', async () => {
  const accountId = await aPerson(site, { name: '蘇怡君', roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  const { id } = await grantOf(accountId)
  expect((await boss.post(`/platform/people/${id}/deactivation`)).status).toBe(303)
  expect((await grantOf(accountId)).isActive).toBe(false)
  expect((await boss.post(`/platform/people/${id}/reactivation`)).status).toBe(303)
  expect((await grantOf(accountId)).isActive).toBe(true)
  const log = await site.db
    .selectFrom('auditLog')
    .select('action')
    .where('subjectId', '=', accountId)
    .orderBy('id')
    .execute()
  expect(log.map(({ action }) => action)).toEqual(['staff.deactivate', 'staff.reactivate'])
})

test('the last boss cannot be ended; of two, one can', async () => {
  const bosses = () =>
    site.db.selectFrom('staffGrant').select('id').where('role', '=', 'boss').where('isActive', '=', true).execute()
  const [only] = await bosses()
  const answer = await boss.post(`/platform/people/${only!.id}/deactivation`)
  expect([answer.status, answer.text.includes('這是最後一位')]).toEqual([422, true])
  const second = await grantOf(await aPerson(site, { name: '二老闆', roles: [{ role: 'boss' }] }))
  expect((await boss.post(`/platform/people/${second.id}/deactivation`)).status).toBe(303)
  expect(await bosses()).toEqual([only])
})

test('R30: store staff are no business of this page, and nobody else ends anyone here', async () => {
  const staff = await grantOf(
    await aPerson(site, { roles: [{ role: 'store_staff', brandId: here.brandId, storeId: here.storeId, p1: true }] }),
  )
  expect((await boss.post(`/platform/people/${staff.id}/deactivation`)).status).toBe(404)
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  expect((await admin.post(`/platform/people/${staff.id}/deactivation`)).status).toBe(403)
  expect(
    (await admin.post('/platform/people/invitations', { key: randomUUID(), brand: here.brandId, name: 'x' })).status,
  ).toBe(403)
})
