import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
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

const said = {
  site_zh: '永康商圈點單',
  site_en: 'Yongkang Orders',
  contact_zh: '有事請打 02 2555 1234',
  contact_en: 'Call 02 2555 1234',
}

test('the name and the contact that the boss sets stand on the front page, in both languages', async () => {
  expect((await boss.post('/platform/settings', { ...said, open: 'on' })).status).toBe(303)
  const guest = site.client()
  const zh = await guest.get('/')
  expect([zh.text.includes('永康商圈點單'), zh.text.includes('有事請打 02 2555 1234')]).toEqual([true, true])
  guest.lang = 'en'
  expect((await guest.get('/')).text).toContain('Call 02 2555 1234')
  const log = await site.db
    .selectFrom('auditLog')
    .selectAll()
    .where('action', '=', 'settings.save')
    .executeTakeFirstOrThrow()
  expect(log).toMatchObject({
    actor: '沈老闆',
    before: { siteName: {} },
    after: { siteName: { en: 'Yongkang Orders' } },
  })
})

const wanted = () => ({
  name: '阿明',
  phone: '0912345678',
  login: `ming-${randomUUID().slice(0, 8)}`,
  password: 'eight-or-more',
})

test('with registration closed nobody opens an account, by page or by API, except whoever is invited', async () => {
  await boss.post('/platform/settings', said)
  const guest = site.client()
  const page = await guest.get('/sign-up')
  expect([page.status, page.text.includes('現在不開放開新帳號')]).toEqual([403, true])
  expect((await guest.post('/sign-up', wanted())).status).toBe(403)
  expect((await guest.post('/sign-up', { ...wanted(), back: '/join/made-up' })).status).toBe(403)
  const body = JSON.stringify({ username: 'ming', email: 'ming@example.com', password: 'eight-or-more' })
  const headers = { 'Content-Type': 'application/json' }
  const api = await guest.send('/orchestration/users', { method: 'POST', body, headers })
  expect([api.status, api.text.includes('registration_closed')]).toEqual([403, true])

  const key = randomUUID()
  await boss.post('/platform/people/invitations', { key, brand: here.brandId, name: '陳福來' })
  const shown = await boss.get(`/platform/people/invitations/${key}`)
  const back = /value="http:\/\/shop\.test(\/join\/[\w-]+)"/.exec(shown.text)![1]!
  expect((await guest.get(`/sign-up?back=${back}`)).status).toBe(200)
  expect((await guest.post('/sign-up', { ...wanted(), back })).status).toBe(303)

  await boss.post('/platform/settings', { ...said, open: 'on' })
  expect((await guest.get('/sign-up')).status).toBe(200)
})

test('the health page counts what waits and what failed, and says so when nobody works', async () => {
  await sql`select graphile_worker.add_job('code.send', '{}', max_attempts := 1)`.execute(site.db)
  await sql`update graphile_worker._private_jobs set attempts = 1, last_error = 'no answer from the gateway'`.execute(
    site.db,
  )
  const page = await boss.get('/platform/health')
  expect(page.status).toBe(200)
  for (const words of ['沒有人在做', 'no answer from the gateway', 'PostgreSQL', '份都套用了'])
    expect(page.text).toContain(words)
  boss.lang = 'en'
  expect((await boss.panel('/platform/health')).text).toContain('nobody at work')
  boss.lang = 'zh-Hant'
})

test('R30: settings and health are the boss’s alone', async () => {
  const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: here.brandId }] })
  for (const url of ['/platform/settings', '/platform/health']) {
    expect((await admin.get(url)).status).toBe(403)
    expect((await site.client().get(url)).location).toMatch(/^\/sign-in\?back=/)
  }
  expect((await admin.post('/platform/settings', said)).status).toBe(403)
})
