import { beforeAll, beforeEach, expect, test } from 'vitest'
import { limits } from '../../../src/domain/people/rate-limit'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { aPerson } from '../../support/people'
import { openSite, type Site, siteForTest } from '../../support/site'
import { cameBack, refusalOf, type Vendors, withVendors } from '../../support/vendors'
import { noon } from '../../support/world'

let site: Site
let vendors: Vendors
beforeAll(async () => {
  site = await openSite()
  vendors = withVendors(site)
})
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
  site.setNow(noon)
})

const url = paths.liff.href({})
const regular = { sub: 'U-regular', name: '佩雯 Pei' }
const isIn = async (client: Client) => (await client.get(paths.account.href({}))).status === 200
const shown = (client: Client, id_token: string, back?: string) => client.post(url, { id_token, back })

test("the page inside LINE carries LINE's script, which its policy allows there and nowhere else", async () => {
  const page = await site.client().get(`${url}?back=/x/y`)
  expect(page.text).toContain('<script src="https://static.line-scdn.net/liff/edge/2/sdk.js">')
  expect(page.text).toContain('data-liff="1234567890-abcdefgh"')
  expect(page.text).toContain('data-otherwise="/sign-in?back=%2Fx%2Fy"')
  const policy = (answer: typeof page) => answer.headers.get('Content-Security-Policy')
  expect(policy(page)).toContain("script-src 'self' https://static.line-scdn.net")
  expect(policy(page)).not.toContain('unsafe')
  expect(policy(await site.client().get('/sign-in'))).toContain("script-src 'self';")
})

test('without a LIFF app there is no such page', async () => {
  const client = (await siteForTest()).client()
  expect([(await client.get(url)).status, (await shown(client, 'x')).status]).toEqual([404, 404])
})

test('the way on is found in what LINE puts behind the address at first', async () => {
  const state = encodeURIComponent('?back=/x/y/cart')
  expect((await site.client().get(`${url}?liff.state=${state}`)).text).toContain('name="back" value="/x/y/cart"')
  const elsewhere = encodeURIComponent('?back=https://evil.test')
  expect((await site.client().get(`${url}?liff.state=${elsewhere}`)).text).not.toContain('name="back"')
})

test('inside LINE nobody sees a form: a good token signs in, and on to where one wanted', async () => {
  const client = site.client()
  const answer = await shown(client, await vendors.line.liffToken(regular), '/x/y')
  expect([answer.status, answer.location, await isIn(client)]).toEqual([303, '/x/y', true])
})

test('LINE in a browser and inside LINE lead to the same account', async () => {
  await cameBack(site.client(), vendors.line, { sub: 'U-same', name: '阿寶' })
  await shown(site.client(), await vendors.line.liffToken({ sub: 'U-same' }))
  const rows = await site.db.selectFrom('accountIdentity').selectAll().where('subject', '=', 'U-same').execute()
  expect(rows.length).toBe(1)
})

test('whoever is signed in already is led on without LINE being asked', async () => {
  const client = site.client()
  await shown(client, await vendors.line.liffToken(regular))
  const { text } = await client.get(`${url}?back=/x/y`)
  expect([text.includes('data-onward="/x/y"'), text.includes('sdk.js')]).toEqual([true, false])
})

test('the same token again: this browser may, another one shows a copy', async () => {
  const token = await vendors.line.liffToken({ sub: 'U-copied', name: '阿寶' })
  const [mine, theirs] = [site.client(), site.client()]
  await shown(mine, token)
  await mine.post(paths.signOut.href({}))
  expect(refusalOf(await shown(theirs, token))).toBe('stale')
  expect([refusalOf(await shown(mine, token)), await isIn(mine), await isIn(theirs)]).toEqual([null, true, false])
})

const past = noon.getTime() / 1000
test.each([
  ['for another channel', () => vendors.line.liffToken(regular, { aud: '999' })],
  ['of another issuer', () => vendors.line.liffToken(regular, { iss: 'https://evil.test' })],
  ['that has run out', () => vendors.line.liffToken(regular, { exp: past })],
  ['with a changed letter', async () => (await vendors.line.liffToken(regular)).replace(/.{12}$/, 'AAAAAAAAAAAA')],
  ['that is none', async () => 'not a token'],
  ['that is empty', async () => ''],
])('a token %s lets nobody in', async (_, token) => {
  const client = site.client()
  expect([refusalOf(await shown(client, await token())), await isIn(client)]).toEqual(['bad_proof', false])
})

test("LINE's silence lets nobody in", async () => {
  vendors.line.next = ['dead']
  const client = site.client()
  expect(refusalOf(await shown(client, await vendors.line.liffToken(regular)))).toBe('unreachable')
  expect(await isIn(client)).toBe(false)
})

test('an address that an account has already is not taken for theirs here either', async () => {
  await aPerson(site, { email: 'known@mail.tw' })
  const token = await vendors.line.liffToken({ sub: 'U-known', name: 'x', email: 'known@mail.tw' })
  expect(refusalOf(await shown(site.client(), token))).toBe('email_known')
})

test('a token sent from another site, without the form of this browser, is refused', async () => {
  const client = site.client()
  client.formToken = null
  expect((await shown(client, await vendors.line.liffToken(regular))).status).toBe(403)
})

test('tokens without end from one address are refused for a while', async () => {
  await shown(site.client(), 'x')
  await site.db
    .updateTable('rateLimit')
    .set({ count: limits.liffFrom.limit })
    .where('key', 'like', 'liffFrom:%')
    .execute()
  expect((await shown(site.client(), await vendors.line.liffToken(regular))).status).toBe(429)
})
