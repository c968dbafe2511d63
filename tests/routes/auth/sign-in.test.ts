import { beforeAll, describe, expect, test } from 'vitest'
import { addLine } from '../../../src/domain/cart/add-line'
import { limits } from '../../../src/domain/people/rate-limit'
import { paths } from '../../../src/views/paths'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { act, aShop, noon, type Shop } from '../../support/world'

let site: Site
let shop: Shop
const password = '牛肉麵加蛋123'
const url = paths.signIn.href({})

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  shop = await aShop(site.db)
  await aPerson(site, { username: 'peiwen', email: 'peiwen@mail.tw', name: '林佩雯', password })
  await aPerson(site, { username: 'boss', password, roles: [{ role: 'boss' }] })
})

const shopUrl = () => paths.shop.href({ brand: shop.brandSlug, store: shop.storeSlug })

test.each(['peiwen', 'PeiWen ', 'peiwen@mail.tw', 'Peiwen@Mail.tw'])(
  '%s and the password open the door',
  async (login) => {
    const client = site.client()
    const answer = await client.post(url, { login, password })
    expect([answer.status, answer.location]).toEqual([303, paths.home.href({})])
    expect((await client.get(url)).location).toBe(paths.home.href({}))
  },
)

test('staff come to their desks, customers to the shops', async () => {
  const answer = await site.client().post(url, { login: 'boss', password })
  expect(answer.location).toBe(paths.desks.href({}))
})

test('whoever was sent here goes back to where they were', async () => {
  const asked = await site.client().get(paths.desks.href({}))
  expect([asked.status, asked.location]).toEqual([303, paths.signIn.href({}, { back: '/desks' })])
  const answer = await site.client().post(url, { login: 'peiwen', password, back: '/orders?status=ready' })
  expect(answer.location).toBe('/orders?status=ready')
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-out',
  '/sign-in?back=/sign-in',
  '/\t/evil.example',
  'orders',
  '/.//evil.example',
])('a way back that leads elsewhere is forgotten: %s', async (back) => {
  const answer = await site.client().post(url, { login: 'peiwen', password, back })
  expect(answer.location).toBe(paths.home.href({}))
  const page = await site.client().get(paths.signIn.href({}, { back }))
  expect(page.text).not.toContain('name="back"')
  expect(page.text).toContain(`href="${paths.signUp.href({})}"`)
})

test('R32: a wrong password and an unknown name are told apart by nothing', async () => {
  const tried = async (login: string) => {
    const { status, text } = await site.client().post(url, { login, password: 'not this one' })
    return [
      status,
      text
        .replaceAll(login, 'NAME')
        .replace(/name="csrf" value="[^"]*"/g, '')
        .replace(/\?back=[^"]*/g, ''),
    ]
  }
  const [known, unknown] = [await tried('peiwen'), await tried('nobody')]
  expect(known).toEqual(unknown)
  expect(known[0]).toBe(422)
  expect(known[1]).toContain('帳號或密碼不對')
})

test('what was typed stays, the password never', async () => {
  const { text } = await site.client().panel(url, { login: 'pei"wen', password: 'secret-typed', back: '/orders' })
  expect(text).toContain('value="pei&quot;wen"')
  expect(text).toContain('name="back" value="/orders"')
  expect(text).not.toContain('secret-typed')
  expect(text).not.toContain('<html')
})

test.each([
  ['nothing', {}, ['請輸入帳號、E-mail 或手機。', '請輸入密碼。']],
  ['no password', { login: 'peiwen' }, ['請輸入密碼。']],
])('a form with %s says what is missing', async (_what, form, words) => {
  const answer = await site.client().post(url, form)
  expect(answer.status).toBe(422)
  for (const word of words) expect(answer.text).toContain(word)
})

test('R32: the session is a new one, and the one the browser came with ends', async () => {
  const client = await signedIn(site, { name: '小偷' })
  const old = client.cookies.get('session')!
  await client.post(url, { login: 'peiwen', password })
  expect(client.cookies.get('session')).not.toBe(old)
  const thief = site.client()
  thief.cookies.set('session', old)
  expect((await thief.get(paths.signIn.href({}))).status).toBe(200)
})

test('what a guest had in the cart comes along', async () => {
  const client = site.client()
  await client.get(shopUrl())
  const owner = async () => site.db.selectFrom('cart').select('owner').where('storeId', '=', shop.storeId).execute()
  const line = { dishId: shop.noodles, optionIds: [], quantity: 2, note: '' }
  const { createHash } = await import('node:crypto')
  const visitor = createHash('sha256').update(client.cookies.get('visitor')!).digest('hex')
  const ctx = {
    now: noon,
    actor: { kind: 'guest' as const, visitor },
    brandId: shop.brandId,
    storeId: shop.storeId,
    lang: 'zh-Hant' as const,
    requestId: 't',
  }
  expect((await act(site.db, addLine, ctx, line)).ok).toBe(true)
  expect(await owner()).toEqual([{ owner: `v:${visitor}` }])
  expect((await client.get(paths.signUp.href({}, { back: shopUrl() }))).text).toContain('點單裡的 2 份會跟著你')
  await client.post(url, { login: 'peiwen', password, back: shopUrl() })
  expect(await owner()).toEqual([{ owner: expect.stringMatching(/^a:/) }])
})

describe('R32: guessing is refused', () => {
  test('for an account after ten tries, from wherever; the right password then waits as well', async () => {
    await aPerson(site, { username: 'target', password })
    const from = (n: number) => ({ 'X-Forwarded-For': `10.0.0.${n}` })
    for (let n = 0; n < limits.signIn.limit; n++)
      expect((await site.client().post(url, { login: 'target', password: 'guess' }, from(n))).status).toBe(422)
    const refused = await site.client().post(url, { login: 'target', password })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(refused.text).toContain('太快了')
    expect(refused.headers.getSetCookie().join()).not.toContain('session=')
  })

  test('from an address after sixty tries at any names; others still get in', async () => {
    const own = await openSite()
    own.setNow(noon)
    own.deps.env = { ...own.deps.env, trustProxy: true }
    await aPerson(own, { username: 'someone', password })
    const from = { 'X-Forwarded-For': '203.0.113.9, 10.9.9.9' }
    const guess = (n: number) => own.client().post(url, { login: `name-${n}`, password: 'guess' }, from)
    const tried = await Promise.all(Array.from({ length: limits.signInFrom.limit }, (_, n) => guess(n)))
    expect(new Set(tried.map((answer) => answer.status))).toEqual(new Set([422]))
    expect((await guess(999)).status).toBe(429)
    const elsewhere = { 'X-Forwarded-For': '203.0.113.9, 10.8.8.8' }
    expect((await own.client().post(url, { login: 'someone', password }, elsewhere)).status).toBe(303)
    own.setNow(new Date(noon.getTime() + limits.signInFrom.seconds * 1000 + 1))
    expect((await guess(1000)).status).toBe(422)
  })
})

test('signing out ends the session for good', async () => {
  const client = await signedIn(site, { roles: [staffAt(shop, { p1: true })] })
  const token = client.cookies.get('session')!
  expect((await client.get(paths.desks.href({}))).status).toBe(200)
  const answer = await client.post(paths.signOut.href({}))
  expect([answer.status, answer.location]).toEqual([303, '/'])
  client.cookies.set('session', token)
  expect((await client.get(paths.desks.href({}))).status).toBe(303)
})

test('another site cannot sign anybody in or out', async () => {
  const client = await signedIn(site)
  const evil = { Origin: 'https://evil.example' }
  expect((await client.post(paths.signOut.href({}), {}, evil)).status).toBe(403)
  expect((await site.client().post(url, { login: 'peiwen', password }, evil)).status).toBe(403)
})

test('a panel of somebody signed out leads to the door, and back to the page it stood in', async () => {
  const page = paths.officeOrders.href({ brand: shop.brandSlug, store: shop.storeSlug }, { status: 'ready' })
  const answer = await site.client().panel(page)
  expect(answer.status).toBe(204)
  expect(answer.headers.get('HX-Redirect')).toBe(paths.signIn.href({}, { back: page }))
})

test('the door wears the colours of the shop one came from, in both languages', async () => {
  const client = site.client()
  const page = await client.get(paths.signIn.href({}, { back: shopUrl() }))
  expect(page.text).toContain('小滿麵館')
  expect(page.text).toContain(`href="${shopUrl()}"`)
  client.lang = 'en'
  expect((await client.get(paths.signIn.href({}, { back: shopUrl() }))).text).toContain('Sign in and keep your orders')
  expect((await client.get(url)).text).toContain('Guests and staff both come in here.')
})
