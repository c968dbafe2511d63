import { beforeAll, beforeEach, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { aPerson } from '../../support/people'
import { openSite, type Site, siteForTest } from '../../support/site'
import { cameBack, pathOf, refusalOf, type Vendors, withVendors } from '../../support/vendors'
import { noon } from '../../support/world'

let site: Site
let vendors: Vendors
beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  vendors = withVendors(site)
})
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
})

const password = 'two teaspoons'
const account = paths.account.href({})
const link = (provider = 'line') => paths.accountIdentity.href({ provider })
const unlink = (provider = 'line') => paths.accountIdentityRemoval.href({ provider })
const linked = (accountId: string) =>
  site.db.selectFrom('accountIdentity').select(['provider', 'subject']).where('accountId', '=', accountId).execute()

let people = 0
/** Somebody with a password, signed in by it. */
async function someone(): Promise<{ client: Client; accountId: string }> {
  const username = `pei.${'abcdefghijklmnop'[people++]}`
  const accountId = await aPerson(site, { username, password })
  const client = site.client()
  await client.post(paths.signIn.href({}), { login: username, password })
  return { client, accountId }
}

/** Links it, as the account page does: with the password, then by way of LINE. */
async function linkedBy(client: Client, sub: string, proof = password) {
  const left = await client.panel(link(), { proof })
  return client.get(pathOf(vendors.line.visit(left.location!, { sub, name: '佩雯 Pei' })))
}

test('LINE is linked on the account page, once the password proves whose account it is; then it opens the door', async () => {
  const { client, accountId } = await someone()
  expect((await client.get(account)).text).toContain('沒連')
  const answer = await linkedBy(client, 'U-pei')
  expect([answer.status, answer.location]).toEqual([303, '/account#door'])
  expect(await linked(accountId)).toEqual([{ provider: 'line', subject: 'U-pei' }])
  expect((await client.get(account)).text).toContain('佩雯 Pei')
  const other = site.client()
  await cameBack(other, vendors.line, { sub: 'U-pei' })
  expect((await other.get(account)).text).toContain('pei.a')
})

test('without the right password nobody is led to LINE', async () => {
  const { client } = await someone()
  const answer = await client.panel(link(), { proof: 'guess' })
  expect([answer.status, answer.location]).toEqual([422, null])
  expect(answer.text).toContain('密碼不對')
})

test('whoever is signed out links nothing', async () => {
  expect((await site.client().post(link(), { proof: password })).location).toBe(
    '/sign-in?back=%2Faccount%2Fidentities%2Fline',
  )
})

test("what opens somebody else's account is refused, and stays theirs", async () => {
  const [first, second] = [await someone(), await someone()]
  await linkedBy(first.client, 'U-first')
  const answer = await linkedBy(second.client, 'U-first')
  expect([refusalOf(answer), await linked(second.accountId)]).toEqual(['taken', []])
  expect((await second.client.get(answer.location!)).text).toContain('這個 LINE 是別的帳號的')
  expect((await linked(first.accountId)).length).toBe(1)
})

test('a second LINE is refused until the first is unlinked; the same once more is fine', async () => {
  const { client, accountId } = await someone()
  await linkedBy(client, 'U-one')
  expect(refusalOf(await linkedBy(client, 'U-two'))).toBe('has_another')
  expect((await linkedBy(client, 'U-one')).location).toBe('/account#door')
  await client.panel(unlink(), {})
  expect(refusalOf(await linkedBy(client, 'U-two'))).toBeNull()
  expect(await linked(accountId)).toEqual([{ provider: 'line', subject: 'U-two' }])
})

test('a link that began under one account does not end under another, nor signed out', async () => {
  const [mine, theirs] = [await someone(), await someone()]
  const left = await mine.client.panel(link(), { proof: password })
  mine.client.cookies.set('session', theirs.client.cookies.get('session')!)
  const url = pathOf(vendors.line.visit(left.location!, { sub: 'U-moved' }))
  expect(refusalOf(await mine.client.get(url))).toBe('stale')

  const again = await theirs.client.panel(link(), { proof: password })
  theirs.client.cookies.delete('session')
  const back = pathOf(vendors.line.visit(again.location!, { sub: 'U-moved' }))
  expect(refusalOf(await theirs.client.get(back))).toBe('stale')
  expect([await linked(mine.accountId), await linked(theirs.accountId)]).toEqual([[], []])
})

test('the last way in is never taken away; with a password or a proven phone it is one among others', async () => {
  const client = site.client()
  await cameBack(client, vendors.line, { sub: 'U-only', name: '阿寶' })
  const refused = await client.panel(unlink(), {})
  expect([refused.status, refused.text.includes('拿掉就登不進來了')]).toEqual([422, true])

  const { accountId } = await site.db
    .selectFrom('accountIdentity')
    .select('accountId')
    .where('subject', '=', 'U-only')
    .executeTakeFirstOrThrow()
  await site.db
    .updateTable('account')
    .set({ phone: '+886912000111', phoneVerifiedAt: noon })
    .where('id', '=', accountId)
    .execute()
  expect((await client.panel(unlink(), {})).status).toBe(200)
  expect(await linked(accountId)).toEqual([])
})

test('another provider is another way in, as long as it is offered here', async () => {
  const client = site.client()
  await cameBack(client, vendors.line, { sub: 'U-both', name: '阿寶' })
  const left = await client.panel(link('google'), {})
  await client.get(pathOf(vendors.google.visit(left.location!, { sub: 'g-both' })))
  const all = site.deps.identities
  site.deps.identities = { ...all, providers: { line: all.providers.line! } }
  expect((await client.panel(unlink('line'), {})).status).toBe(422)
  // What is no longer offered can still be let go.
  expect((await client.get(account)).text).toContain('Google')
  site.deps.identities = all
  expect((await client.panel(unlink('line'), {})).status).toBe(200)
})

test('where nobody else vouches for guests, the account page says nothing of it', async () => {
  const bare = await siteForTest()
  await aPerson(bare, { username: 'bare', password })
  const client = bare.client()
  await client.post(paths.signIn.href({}), { login: 'bare', password })
  expect((await client.get(account)).text).not.toContain('identities')
  expect((await client.get(`${account}?edit=line`)).status).toBe(200)
  expect([(await client.post(link(), { proof: password })).status, (await client.post(unlink('x'))).status]).toEqual([
    404, 404,
  ])
})

test('what is kept about somebody names who else opens their account', async () => {
  const { client } = await someone()
  await linkedBy(client, 'U-data')
  const data = (await client.get(paths.accountData.href({}))).json<{ linked_accounts: object[] }>()
  expect(data.linked_accounts).toMatchObject([{ provider: 'line', name: '佩雯 Pei' }])
})
