import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '../../../src/domain/people/rate-limit'
import { paths } from '../../../src/views/paths'
import { anOrder } from '../../support/orders'
import { aPerson } from '../../support/people'
import { openSite, type Site, siteForTest } from '../../support/site'
import { cameBack, pathOf, pressed, refusalOf, type Vendors, withVendors } from '../../support/vendors'
import { aShop, guestCtx, noon } from '../../support/world'

let site: Site
let vendors: Vendors
beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  vendors = withVendors(site)
})
beforeEach(async () => {
  await site.db.deleteFrom('rateLimit').execute()
  site.setNow(noon)
})

const peiwen = { sub: `U${'1'.repeat(32)}`, name: '佩雯 Pei' }
const accounts = (subject: string) =>
  site.db
    .selectFrom('accountIdentity as i')
    .innerJoin('account as a', 'a.id', 'i.accountId')
    .selectAll('a')
    .where('i.subject', '=', subject)
    .execute()
const isIn = async (client: ReturnType<Site['client']>) => (await client.get(paths.account.href({}))).status === 200
const buttons = (text: string) => [text.includes('action="/oauth/line"'), text.includes('action="/oauth/google"')]

test.each([paths.signIn.href({}), paths.signUp.href({})])(
  '%s shows a button for each provider there is',
  async (url) => {
    const { text } = await site.client().get(url)
    expect(buttons(text)).toEqual([true, true])
  },
)

test('without credentials there are no buttons, and their addresses do not exist', async () => {
  const bare = await siteForTest()
  const client = bare.client()
  for (const url of [paths.signIn.href({}), paths.signUp.href({})])
    expect(buttons((await client.get(url)).text)).toEqual([false, false])
  const answers = [
    await client.post(paths.oauth.href({ provider: 'line' })),
    await client.get(paths.oauthCallback.href({ provider: 'google' }, { state: 's', code: 'c' })),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
})

test.each(['line', 'google'] as const)(
  'a first visit with %s opens an account without a password, and is let in',
  async (provider) => {
    const client = site.client()
    const answer = await cameBack(client, vendors[provider], { ...peiwen, sub: `first-${provider}` }, '/x/y/cart')
    expect([answer.status, answer.location]).toEqual([303, '/x/y/cart'])
    expect(await isIn(client)).toBe(true)
    expect(await accounts(`first-${provider}`)).toMatchObject([
      { name: '佩雯 Pei', passwordHash: null, username: null, email: null, lang: 'zh-Hant', lastSignInAt: noon },
    ])
  },
)

test('the next visit comes to the same account, from any browser', async () => {
  const [phone, laptop] = [site.client(), site.client()]
  await cameBack(phone, vendors.line, { sub: 'U-twice', name: '阿寶' })
  await cameBack(laptop, vendors.line, { sub: 'U-twice', name: '阿寶' })
  expect((await accounts('U-twice')).length).toBe(1)
  expect([await isIn(phone), await isIn(laptop)]).toEqual([true, true])
})

test('two answers about one new person, at once, make one account', async () => {
  const browsers = [site.client(), site.client(), site.client()]
  const answers = await Promise.all(browsers.map((client) => cameBack(client, vendors.line, { sub: 'U-at-once' })))
  expect(answers.map(({ location }) => location)).toEqual(['/', '/', '/'])
  expect((await accounts('U-at-once')).map(({ name }) => name)).toEqual(['LINE'])
})

test("what a guest ordered lately comes along, and the browser's old session ends", async () => {
  const client = site.client()
  await client.get('/sign-in')
  const visitor = createHash('sha256').update(client.cookies.get('visitor')!).digest('hex')
  const shop = await aShop(site.db)
  const { orderId } = await anOrder(site.db, shop, { by: guestCtx(shop, visitor, noon) })
  await cameBack(client, vendors.line, { sub: 'U-hungry', name: '阿寶' })
  const order = await site.db.selectFrom('orders').select('accountId').where('id', '=', orderId).executeTakeFirst()
  const [account] = await accounts('U-hungry')
  expect(order).toEqual({ accountId: account!.id })

  const before = client.cookies.get('session')
  await cameBack(client, vendors.line, { sub: 'U-hungry', name: '阿寶' })
  expect(client.cookies.get('session')).not.toBe(before)
  const old = site.client()
  old.cookies.set('session', before!)
  expect(await isIn(old)).toBe(false)
})

test('a browser without scripts is led on by a page, because a form may not leave this site', async () => {
  const answer = await site.client().post(paths.oauth.href({ provider: 'line' }), { back: '//evil.test' })
  expect([answer.status, answer.headers.get('Content-Security-Policy')]).toEqual([
    200,
    expect.stringContaining("form-action 'self'"),
  ])
  expect(answer.headers.get('Refresh')).toMatch(/^0; url=https:\/\/access\.line\.test\/oauth2\/v2\.1\/authorize\?/)
  const address = answer.headers.get('Refresh')!.replace('0; url=', '')
  expect((await site.client().get(pathOf(vendors.line.visit(address, peiwen)))).status).toBe(303)
})

test('a form from another site starts nothing', async () => {
  const client = site.client()
  client.formToken = null
  expect((await client.post(paths.oauth.href({ provider: 'line' }))).status).toBe(403)
})

describe('an address that an account has already', () => {
  const known = { sub: 'g-known', name: 'Pei', email: 'Pei@mail.tw', email_verified: true }

  test.each(['line', 'google'] as const)(
    'is never taken for theirs when %s names it: one signs in first',
    async (provider) => {
      const owner = await aPerson(site, { email: `${provider}@mail.tw`, password: 'two teaspoons' })
      const client = site.client()
      const answer = await cameBack(client, vendors[provider], { ...known, email: `${provider}@mail.tw` })
      expect(refusalOf(answer)).toBe('email_known')
      expect(await isIn(client)).toBe(false)
      expect(await site.db.selectFrom('accountIdentity').selectAll().where('accountId', '=', owner).execute()).toEqual(
        [],
      )
      const page = (await client.get(answer.location!)).text
      expect(page).toContain('這個 E-mail 已經有帳號')
      expect(page).toContain(`/sign-in?back=${encodeURIComponent(`/account?edit=${provider}#door`)}`)
    },
  )

  test('is kept with a new account when it is verified, not otherwise', async () => {
    await cameBack(site.client(), vendors.google, { ...known, email: 'New@mail.tw', sub: 'g-verified' })
    await cameBack(site.client(), vendors.google, {
      ...known,
      email: 'other@mail.tw',
      email_verified: false,
      sub: 'g-not',
    })
    expect([(await accounts('g-verified'))[0]?.email, (await accounts('g-not'))[0]?.email]).toEqual([
      'new@mail.tw',
      null,
    ])
  })
})

test('a deactivated account stays shut', async () => {
  await cameBack(site.client(), vendors.line, { sub: 'U-gone' })
  const [account] = await accounts('U-gone')
  await site.db.updateTable('account').set({ isActive: false }).where('id', '=', account!.id).execute()
  const client = site.client()
  expect(refusalOf(await cameBack(client, vendors.line, { sub: 'U-gone' }))).toBe('closed')
  expect(await isIn(client)).toBe(false)
})

test('while registration is closed only those come in who have an account', async () => {
  const closed = await siteForTest()
  closed.setNow(noon)
  const { line } = withVendors(closed)
  await cameBack(closed.client(), line, { sub: 'U-regular' })
  await closed.db.insertInto('setting').values({ key: 'registrationOpen', value: 'false' }).execute()
  expect(refusalOf(await cameBack(closed.client(), line, { sub: 'U-new' }))).toBe('no_registration')
  expect((await cameBack(closed.client(), line, { sub: 'U-regular' })).location).toBe('/')
})

test('starting again and again from one address is refused for a while', async () => {
  const client = site.client()
  for (let n = 0; n < limits.oauthFrom.limit; n++) await pressed(client, 'line')
  const answer = await client.panel(paths.oauth.href({ provider: 'line' }), {})
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '900'])
})

test('new accounts from one address are counted, those who are known are not', async () => {
  await cameBack(site.client(), vendors.line, { sub: 'U-known' })
  await site.db
    .updateTable('rateLimit')
    .set({ count: limits.signUpFrom.limit })
    .where('key', 'like', 'signUpFrom:%')
    .execute()
  const [fresh, known] = [
    await cameBack(site.client(), vendors.line, { sub: 'U-flood' }),
    await cameBack(site.client(), vendors.line, { sub: 'U-known' }),
  ]
  expect([fresh.status, known.status, (await accounts('U-flood')).length]).toEqual([429, 303, 0])
})
