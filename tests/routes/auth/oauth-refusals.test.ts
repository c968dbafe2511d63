import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { oauthRefusals } from '../../../src/views/auth/oauth-refused'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import type { Turn } from '../../support/oidc'
import { openSite, type Site } from '../../support/site'
import { cameBack, googleClient, pathOf, pressed, refusalOf, type Vendors, withVendors } from '../../support/vendors'
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

const stranger = { sub: 'U-stranger', name: '路人' }
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const isIn = async (client: Client) => (await client.get(paths.account.href({}))).status === 200

/** A callback that is good, not yet asked for. */
async function aCallback(client: Client, provider: 'line' | 'google' = 'line') {
  return new URL(vendors[provider].visit(await pressed(client, provider), stranger))
}

/** Asks for it and says why nobody is in; null when somebody is. */
async function knock(client: Client, url: URL) {
  const reason = refusalOf(await client.get(pathOf(url.href)))
  expect(await isIn(client)).toBe(reason === null)
  return reason
}

describe('the state opens the door once, in time, to the browser it was given to:', () => {
  test('a callback that was used before is refused', async () => {
    const client = site.client()
    const url = await aCallback(client)
    expect(await knock(client, url)).toBeNull()
    await client.post(paths.signOut.href({}))
    expect(await knock(client, url)).toBe('stale')
  })

  test('in another browser it is refused, and no longer opens in the first', async () => {
    const [mine, theirs] = [site.client(), site.client()]
    const url = await aCallback(mine)
    await theirs.get('/sign-in')
    expect([await knock(theirs, url), await knock(mine, url)]).toEqual(['stale', 'stale'])
  })

  test('a browser that lost its cookies is another browser', async () => {
    const client = site.client()
    const url = await aCallback(client)
    client.cookies.clear()
    expect(await knock(client, url)).toBe('stale')
  })

  test.each([
    ['after 9 minutes it opens', 9, null],
    ['after 10 minutes it is too late', 10, 'expired'],
  ])('%s', async (_, minutes, reason) => {
    const client = site.client()
    const url = await aCallback(client)
    site.setNow(later(minutes))
    expect(await knock(client, url)).toBe(reason)
  })

  test.each(['', 'another', undefined])('changed to %j it is refused', async (state) => {
    const client = site.client()
    const url = await aCallback(client)
    if (state === undefined) url.searchParams.delete('state')
    else url.searchParams.set('state', state)
    expect(await knock(client, url)).toBe('stale')
  })

  test("one provider's does not open the other's door", async () => {
    const client = site.client()
    const url = await aCallback(client, 'google')
    url.pathname = paths.oauthCallback.href({ provider: 'line' })
    expect(await knock(client, url)).toBe('stale')
  })

  test('the state is kept as a hash, so that a copy of the table opens nothing', async () => {
    const url = await aCallback(site.client())
    const kept = await site.db.selectFrom('oauthAttempt').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(url.searchParams.get('state'))
  })
})

describe('the code opens nothing', () => {
  test("when it is somebody else's: their verifier is not ours", async () => {
    const [mine, theirs] = [site.client(), site.client()]
    const url = await aCallback(mine)
    url.searchParams.set('code', (await aCallback(theirs)).searchParams.get('code')!)
    expect(await knock(mine, url)).toBe('refused')
  })

  test('when there is none', async () => {
    const client = site.client()
    const url = await aCallback(client)
    url.searchParams.delete('code')
    expect(await knock(client, url)).toBe('refused')
  })
})

const seconds = noon.getTime() / 1000
test.each<[string, Turn]>([
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another audience', { claims: { aud: 'another' } }],
  ['another issuer', { claims: { iss: 'https://evil.test' } }],
  ['a time that is over', { claims: { exp: seconds } }],
  ['another party it was made for', { claims: { azp: 'another' } }],
  ['no signature at all', { alg: 'none' }],
  ["the other vendor's algorithm", { alg: 'HS512', key: googleClient.clientSecret }],
])('an id token with %s lets nobody in, from LINE or Google', async (_, turn) => {
  for (const vendor of [vendors.line, vendors.google]) {
    vendor.next = [turn]
    const client = site.client()
    expect(refusalOf(await cameBack(client, vendor, stranger))).toBe('bad_proof')
    expect(await isIn(client)).toBe(false)
  }
})

test('a token of Google under HS256, as if its public key were a secret, lets nobody in', async () => {
  vendors.google.next = [{ alg: 'HS256', key: 'any key' }]
  expect(refusalOf(await cameBack(site.client(), vendors.google, stranger))).toBe('bad_proof')
})

test.each<[Turn, string]>([
  ['dead', 'unreachable'],
  [{ http: 503 }, 'unreachable'],
  [{ http: 200, body: '<html>' }, 'unreachable'],
  [{ http: 400, body: '{"error":"invalid_grant"}' }, 'refused'],
  [{ http: 200, body: '{"access_token":"a"}' }, 'bad_proof'],
])('when the provider answers %j it is %s, and another try begins anew', async (turn, reason) => {
  vendors.line.next = [turn]
  const client = site.client()
  expect(refusalOf(await cameBack(client, vendors.line, stranger))).toBe(reason)
  expect(refusalOf(await cameBack(client, vendors.line, stranger))).toBeNull()
})

test('whoever cancels there is told so, and finds the way back to the shop', async () => {
  const client = site.client()
  const answer = await client.get(pathOf(vendors.line.visit(await pressed(client, 'line', '/a/b/cart'), null)))
  expect([refusalOf(answer), answer.location]).toEqual(['cancelled', expect.stringContaining('back=%2Fa%2Fb%2Fcart')])
  const page = await client.get(answer.location!)
  expect(page.text).toContain('你在 LINE 按了取消')
  expect(page.text).toContain('/sign-in?back=%2Fa%2Fb%2Fcart')
})

test.each(oauthRefusals)('%s has a page in both languages, without the code in its address', async (reason) => {
  const pages = await Promise.all(
    (['zh-Hant', 'en'] as const).map(async (lang) => {
      const client = site.client()
      client.lang = lang
      return client.get(paths.oauthRefusal.href({ provider: 'google' }, { reason }))
    }),
  )
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  for (const { text } of pages) expect(text).not.toContain('auth.oauth.')
})

test('a reason that nobody gave is no page', async () => {
  expect((await site.client().get(paths.oauthRefusal.href({ provider: 'line' }, { reason: 'x' }))).status).toBe(404)
})
