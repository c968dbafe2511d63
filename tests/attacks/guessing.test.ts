import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, type Purpose } from '../../src/domain/people/codes/code'
import { issueCode } from '../../src/domain/people/codes/issue-code'
import { networkOf } from '../../src/domain/people/network'
import { limits } from '../../src/domain/people/rate-limit'
import { paths } from '../../src/views/paths'
import type { Client } from '../support/client'
import { codeOn, otherThan } from '../support/codes'
import { aPerson, signedIn } from '../support/people'
import { openSite, type Site } from '../support/site'
import { noon } from '../support/world'

/** Two processes of one installation: behind a proxy, over one database. */
let sites: [Site, Site]
let site: Site
const password = '牛肉麵加蛋123'
const signIn = paths.signIn.href({})
const from = (address: string) => ({ 'X-Forwarded-For': address })

beforeAll(async () => {
  site = await openSite()
  sites = [site, await openSite(site)]
  for (const one of sites) {
    one.setNow(noon)
    one.deps.env = { ...one.deps.env, trustProxy: true }
  }
  await aPerson(site, { username: 'target', email: 'target@mail.tw', password })
  await site.db
    .updateTable('account')
    .set({ phone: '+886912345678', phoneVerifiedAt: noon })
    .where('username', '=', 'target')
    .execute()
})
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
})

/** One try at the door, by turns at one process and the other, each from an address of its own unless told. */
let count = 0
const tryDoor = async (login: string, typed = 'a wrong guess', address = `10.0.${count >> 8}.${count & 255}`) =>
  (await sites[count++ % 2]!.client().post(signIn, { login, password: typed }, from(address))).status

test('R32: ten tries at an account are ten over all processes, by page and by API', async () => {
  const { limit } = limits.signIn
  for (let n = 0; n < limit; n++) expect(await tryDoor(n % 2 ? 'target' : ' Target')).toBe(422)
  expect(await tryDoor('target', password)).toBe(429)
  const token = await site.app.request('http://shop.test/token', {
    method: 'POST',
    body: new URLSearchParams({ username: 'target', password }),
  })
  expect([token.status, Number(token.headers.get('Retry-After')) > 0]).toEqual([429, true])
})

test('R32: a phone is one door, in however many ways its number is written', async () => {
  const ways = ['0912345678', '+886912345678', '0912-345-678', '0912 345 678', '(0912) 345678', '+886 0912345678']
  for (let n = 0; n < limits.signIn.limit; n++) expect(await tryDoor(ways[n % ways.length]!)).toBe(422)
  expect(await tryDoor('09 1234 5678', password)).toBe(429)
})

test('R32: an address has sixty tries over all processes; all of a household’s IPv6 addresses are one', async () => {
  const tried = (n: number) => tryDoor(`nobody-${n}`, 'guess', `2001:db8:0:7::${n}`)
  for (const n of [1, 2, 3]) expect(await tried(n)).toBe(422)
  const counted = site.db.selectFrom('rateLimit').select('count').where('key', 'like', 'signInFrom:%')
  expect(await counted.execute()).toEqual([{ count: 3 }])
  await site.db.updateTable('rateLimit').set({ count: limits.signInFrom.limit }).execute()
  expect([await tried(4), await tried(5)]).toEqual([429, 429])
  expect(await tryDoor('target', password, '2001:db8:0:8::1')).toBe(303)
})

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7::/64'],
  ['2001:0DB8::7:0:0:0:1', '2001:db8:0:7::/64'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('R32: codes to one phone are five an hour over all processes, from wherever they are asked for', async () => {
  const ask = (n: number) =>
    sites[n % 2]!.client().post(
      paths.reset.href({}),
      { phone: n % 2 ? '0933 111 222' : '+886933111222' },
      from(`10.1.0.${n}`),
    )
  for (let n = 0; n < limits.codesTo.limit; n++) expect((await ask(n)).status).toBe(303)
  expect((await ask(99)).status).toBe(429)
})

type Asked = { client: Client; id: string; code: string }

const hashOf = (text: string | undefined) =>
  createHash('sha256')
    .update(text ?? '')
    .digest('hex')

/** A code of this kind for somebody's browser, as if it had just been asked for. */
async function asked(purpose: Purpose): Promise<Asked> {
  const client = purpose === 'change_phone' ? await signedIn(site) : site.client()
  await client.ownToken()
  const owner = await site.db
    .selectFrom('session')
    .select('accountId')
    .where('id', '=', hashOf(client.cookies.get('session')))
    .executeTakeFirst()
  const accountId = owner?.accountId ?? (await aPerson(site, { password }))
  const visitor = hashOf(client.cookies.get('visitor'))
  const wanted = {
    purpose,
    phone: `+8869${20_000_000 + ++count}`,
    accountId,
    payload: {},
    visitor,
    lang: 'zh-Hant' as const,
  }
  const id = await site.db.transaction().execute((tx) => issueCode(tx, noon, site.deps.codes.secret, wanted))
  return { client, id, code: codeOf(site.deps.codes.secret, id) }
}

const pages = {
  sign_up: paths.signUpCode,
  reset: paths.resetCode,
  change_phone: paths.accountPhoneCode,
} as const
/** Sends a code from its browser, to one process or the other. */
function send({ client, id }: Asked, code: string, purpose: Purpose, at = 0) {
  const browser = sites[at]!.client()
  for (const [name, value] of client.cookies) browser.cookies.set(name, value)
  return browser.post(pages[purpose].href({ id }), { code, password: 'a new password' })
}

describe.each(['reset', 'change_phone'] as const)('R32: a code to %s', (purpose) => {
  test('is burnt by five wrong tries over all processes: the sixth may be right', async () => {
    const mine = await asked(purpose)
    for (let n = 0; n < 5; n++) expect((await send(mine, otherThan(mine.code), purpose, n % 2)).status).toBe(422)
    const late = await send(mine, mine.code, purpose, 1)
    expect([late.status, late.text.includes('這組不能用了')]).toEqual([422, true])
  })

  test('works once: replayed, it is not there', async () => {
    const mine = await asked(purpose)
    expect((await send(mine, mine.code, purpose)).status).toBe(303)
    expect((await send(mine, mine.code, purpose)).status).toBe(404)
  })

  test('runs out after ten minutes', async () => {
    const mine = await asked(purpose)
    site.setNow(new Date(noon.getTime() + 600_000))
    const late = await send(mine, mine.code, purpose)
    site.setNow(noon)
    expect([late.status, late.text.includes('這組不能用了')]).toEqual([422, true])
  })

  test('is worth nothing in another browser, nor for another purpose', async () => {
    const [mine, theirs] = [await asked(purpose), await asked(purpose)]
    expect((await send({ ...theirs, id: mine.id }, mine.code, purpose)).status).toBe(404)
    for (const other of (Object.keys(pages) as Purpose[]).filter((one) => one !== purpose)) {
      const answer = await send(mine, mine.code, other)
      expect([404, 303]).toContain(answer.status)
      if (answer.status === 303) expect(answer.location).toMatch(/^\/sign-in/)
    }
    expect((await send(mine, mine.code, purpose)).status).toBe(303)
  })
})

test('R32: the code of one phone does not open another: each issue has its own', async () => {
  const client = site.client()
  const ask = async (phone: string) => (await client.post(paths.reset.href({}), { phone })).location!
  const [one, two] = [await ask('0933222111'), await ask('0933222112')]
  const codes = [codeOn((await client.get(one)).text), codeOn((await client.get(two)).text)] as const
  expect(codes[0]).not.toBe(codes[1])
  expect((await client.post(two, { code: codes[0], password: 'a new password' })).status).toBe(422)
})
