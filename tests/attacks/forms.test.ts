import { beforeAll, describe, expect, test } from 'vitest'
import { type DeclaredRoute, declaredRoutes } from '../../src/routes/kit/guard'
import { isMachinePath } from '../../src/routes/kit/security'
import { paths } from '../../src/views/paths'
import { aHouse, type House } from '../routes/doors/house'
import { snapshot } from '../routes/doors/snapshot'
import { urlOf } from '../routes/doors/urls'
import { apiOf } from '../support/api'
import type { Client } from '../support/client'
import { codeOn } from '../support/codes'
import { signedIn } from '../support/people'
import { openSite, type Site } from '../support/site'
import { aShop, noon, type Shop } from '../support/world'

let site: Site
let house: House
let posts: DeclaredRoute[]
const password = '牛肉麵加蛋123'

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  house = await aHouse(site)
  posts = declaredRoutes(site.app).filter(({ method, path }) => method !== 'GET' && !isMachinePath(path))
})

describe('a form that this browser was not given is refused at every door, even the boss’s', () => {
  const forged: [string, (client: Client) => Promise<{ token: string | null; headers: Record<string, string> }>][] = [
    ['without a token', async () => ({ token: null, headers: {} })],
    ['with the token of another browser', async () => ({ token: await site.client().ownToken(), headers: {} })],
    [
      'from another site',
      async (client) => ({ token: await client.ownToken(), headers: { Origin: 'https://evil.example' } }),
    ],
    [
      'from another site over plain http',
      async (client) => ({ token: await client.ownToken(), headers: { Origin: 'http://shop.test.evil.example' } }),
    ],
    [
      'from a frame without an origin',
      async (client) => ({ token: await client.ownToken(), headers: { Origin: 'null' } }),
    ],
  ]
  test.each(forged)('%s', async (_what, forge) => {
    const { client } = house.people.boss
    const before = await snapshot(site.db, house.ids.cartLine)
    const { token, headers } = await forge(client)
    const wrong: string[] = []
    for (const route of posts) {
      client.formToken = null
      const answer = await client.post(urlOf(route, house), token ? { csrf: token } : {}, headers)
      client.formToken = undefined
      if (answer.status !== 403) wrong.push(`${route.path}: ${answer.status}`)
    }
    expect(posts.length).toBeGreaterThan(60)
    expect(wrong).toEqual([])
    expect(await snapshot(site.db, house.ids.cartLine)).toEqual(before)
  })

  test('a body of another kind needs the token as well', async () => {
    const { client } = house.people.boss
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
      const init = {
        method: 'POST',
        body: '{"csrf":"x"}',
        headers: { Origin: 'http://shop.test', 'Content-Type': type },
      }
      expect((await client.send(paths.platformSettings.href({}), init)).status).toBe(403)
    }
  })
})

describe('a form has the fields of its page, and no others', () => {
  const boast = {
    role: 'boss',
    roles: 'boss',
    isActive: '1',
    brandId: 'x',
    brand_id: 'x',
    grants: 'boss',
    id: 'x',
    isDemo: '1',
    phoneVerifiedAt: 'now',
  }

  test('signing up makes a customer, whatever else is sent', async () => {
    const client = site.client()
    const form = { name: '阿寶', phone: '0955222333', login: 'boastful', password, ...boast }
    const page = (await client.post(paths.signUp.href({}), form)).location!
    await client.post(page, { code: codeOn((await client.get(page)).text), ...boast })
    const account = await site.db
      .selectFrom('account')
      .selectAll()
      .where('username', '=', 'boastful')
      .executeTakeFirstOrThrow()
    expect([account.isDemo, account.phone]).toEqual([false, '+886955222333'])
    expect(await site.db.selectFrom('staffGrant').selectAll().where('accountId', '=', account.id).execute()).toEqual([])
    expect((await client.get(paths.desks.href({}))).status).toBe(403)
  })

  test('the API refuses what it does not know, and makes a customer', async () => {
    const body = { username: 'apiboast', email: 'boast@mail.tw', password }
    expect((await apiOf(site).post('/orchestration/users', { ...body, role: 'admin' })).status).toBe(422)
    expect((await apiOf(site).post('/orchestration/users', body)).body).toMatchObject({ role: 'customer' })
  })

  test('nobody changes their rights, their login or another by their own profile', async () => {
    const { client, accountId } = house.people['other customer']
    const victim = house.people.customer.accountId
    const before = await site.db.selectFrom('account').selectAll().where('id', '=', victim).execute()
    for (const path of [paths.accountProfile, paths.accountPreferences, paths.accountEmail])
      await client.post(path.href({}), { ...boast, accountId: victim, id: victim, username: 'root', name: '我' })
    expect(await site.db.selectFrom('account').selectAll().where('id', '=', victim).execute()).toEqual(before)
    expect(await site.db.selectFrom('staffGrant').selectAll().where('accountId', '=', accountId).execute()).toEqual([])
  })
})

describe('what a form names is looked for in its own brand', () => {
  let theirs: Shop
  beforeAll(async () => {
    theirs = await aShop(site.db)
  })
  const at = () => ({ brand: house.shop.brandSlug, store: house.shop.storeSlug })
  const theirAt = () => ({ brand: theirs.brandSlug, store: theirs.storeSlug })

  test('a dish of another brand is not put into a cart', async () => {
    const client = site.client()
    const form = { key: crypto.randomUUID(), dish: theirs.noodles, dishId: theirs.noodles, quantity: '1' }
    expect((await client.panel(paths.cartLines.href(at()), form)).status).not.toBe(200)
    expect(await site.db.selectFrom('cartLine').select('id').where('dishId', '=', theirs.noodles).execute()).toEqual([])
  })

  test('an order over the API takes no dish of another brand', async () => {
    const body = {
      store_id: house.shop.storeId,
      items: [{ menu_item_id: theirs.noodles, quantity: 1 }],
      order_type: 'takeout',
      payment_method: 'cash',
    }
    const { status } = await apiOf(site, house.people.customer.apiToken!).post('/orchestration/orders', body)
    expect([404, 409, 422]).toContain(status)
  })

  test('no stock, customer, note, order or ticket of one brand is moved from the pages of another', async () => {
    const admin = await signedIn(site, { roles: [{ role: 'brand_admin', brandId: theirs.brandId }] })
    const before = await snapshot(site.db, house.ids.cartLine)
    const { ids } = house
    const key = crypto.randomUUID()
    const here = { ...theirAt() }
    const sent: [string, Record<string, string>][] = [
      [paths.counterStockSwitch.href({ ...here, item: house.shop.salad }), { stopped: 'yes' }],
      [paths.counterStockCount.href({ ...here, item: house.shop.salad }), { amount: '999', type: 'count', key }],
      [paths.officeCustomerNotes.href({ ...here, id: ids.customer }), { key, text: 'x' }],
      [paths.officeCustomerMerge.href({ ...here, id: ids.customer }), {}],
      [paths.counterPayment.href({ ...here, id: ids.walkIn }), { key, tendered: '1000' }],
      [paths.counterCancellation.href({ ...here, id: ids.walkIn }), { cause: 'x', key }],
      [paths.counterAcceptance.href({ ...here, id: ids.walkIn }), {}],
      [paths.counterHandover.href({ ...here, id: ids.walkIn }), {}],
      [paths.kitchenBump.href({ ...here, id: ids.ticket }), {}],
      [paths.kitchenLineBump.href({ ...here, id: ids.ticket, line: ids.line }), {}],
      [paths.dispatchDelivery.href({ ...here, id: ids.delivery }), { event: 'assign', driver: 'x', driverId: 'x' }],
      [paths.officeSagaRetry.href({ ...here, id: ids.order }), {}],
      [paths.officeSagaCompensation.href({ ...here, id: ids.order }), { reason: 'x' }],
      [paths.officeInvitationWithdrawal.href({ ...here, id: ids.invitation }), {}],
      [paths.officeStaffDeactivation.href({ ...here, id: ids.grant }), {}],
    ]
    const wrong: string[] = []
    for (const [url, form] of sent) {
      const { status } = await admin.post(url, { ...form, brandId: house.shop.brandId, storeId: house.shop.storeId })
      if (![404, 422].includes(status)) wrong.push(`${url}: ${status}`)
    }
    expect(wrong).toEqual([])
    expect(await snapshot(site.db, ids.cartLine)).toEqual(before)
  })
})

test('a body too large for any form is refused at every door, before anything is read of it', async () => {
  const { client } = house.people.boss
  const headers = {
    Origin: 'http://shop.test',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': String(6 * 1024 * 1024),
  }
  for (const url of [
    paths.signIn.href({}),
    paths.platformSettings.href({}),
    '/token',
    '/orchestration/orders',
    '/hooks/payments/demo',
  ]) {
    const answer = await client.send(url, { method: 'POST', body: 'a=b', headers })
    expect([url, answer.status]).toEqual([url, 413])
  }
})
