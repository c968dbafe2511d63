import { beforeAll, expect, test } from 'vitest'
import { isApiPath } from '../../src/routes/kit/api-path'
import { type DeclaredRoute, declaredRoutes } from '../../src/routes/kit/guard'
import { paths } from '../../src/views/paths'
import { aHouse, type House } from '../routes/doors/house'
import { knock } from '../routes/doors/knock'
import type { Name } from '../routes/doors/people'
import { apiOf } from '../support/api'
import { openSite, type Site } from '../support/site'
import { noon } from '../support/world'

let site: Site
let house: House
let routes: DeclaredRoute[]

/** A name, note, address, reason … that breaks out of an attribute, of an element, of a statement. */
const hostile = (text: string) => `${text}"><img src=x onerror=a()>';drop table x--`
const raw = '<img src=x'
const escaped = '&lt;img src=x'

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  house = await aHouse(site, hostile)
  routes = declaredRoutes(site.app).filter(({ method }) => method === 'GET')
})

/** Between them they may read every page. */
const readers: Name[] = ['guest', 'customer', 'P1', 'P2', 'P3', 'P4', 'admin', 'boss']

test('what people write is text on every page and panel, whoever reads it', async () => {
  const [wrong, shown]: [string[], Set<string>] = [[], new Set()]
  for (const route of routes)
    for (const name of readers)
      for (const way of ['page', 'panel'] as const) {
        const { text, type, status } = await knock(site, house, route, name, way)
        if (status >= 500) wrong.push(`${route.path} as ${way} for ${name}: ${status}`)
        if (!type.startsWith('text/html')) continue
        if (text.includes(raw)) wrong.push(`${route.path} as ${way} gives ${name} an element`)
        if (text.includes(escaped)) shown.add(route.path)
      }
  expect(wrong).toEqual([])
  // The proof that it was there to be escaped.
  expect(shown.size).toBeGreaterThan(30)
}, 60_000)

/** Wherever something can be typed into a URL. */
const typed = [
  "' or 1=1 --",
  "'; drop table customer; --",
  '%',
  '\\',
  '_',
  '\0',
  '"><script>alert(1)</script>',
  '\u202e',
  '漢'.repeat(500),
]
const searches = (at: { brand: string; store: string }, text: string) => [
  paths.officeCustomers.href(at, { q: text }),
  paths.officeCustomers.href(at, { q: text, kind: text, cursor: text }),
  paths.officeOrders.href(at, { q: text, status: text, day: text, cursor: text }),
  paths.officeOrdersCsv.href(at, { q: text, status: text, day: text }),
  paths.officeAudit.href(at, { who: text, what: text, where: text, day: text, cursor: text, entry: text }),
  paths.officeSagas.href(at, { show: text, cursor: text, current: text }),
  paths.counterSearch.href(at, { q: text }),
  paths.shop.href(at, { q: text, why: text }),
  paths.myOrders.href({}, { after: text }),
  paths.platformBrands.href({}, { q: text }),
  paths.platformStores.href({}, { q: text, brand: text }),
  paths.signIn.href({}, { back: text }),
]

test.each(typed)(
  '%j typed into a search or a filter finds nothing of it, breaks nothing and stays text',
  async (text) => {
    const { client } = house.people.boss
    for (const url of searches({ brand: house.shop.brandSlug, store: house.shop.storeSlug }, text)) {
      const answer = await client.get(url)
      expect([url, answer.status < 500, answer.text.includes('<script>alert')]).toEqual([url, true, false])
    }
  },
)

test('a search for the sign that stands for anything finds only those who have it in their name', async () => {
  const { client } = house.people.boss
  const at = { brand: house.shop.brandSlug, store: house.shop.storeSlug }
  const all = await client.get(paths.officeCustomers.href(at, { q: 'caller' }))
  expect(all.text).toContain(escaped)
  for (const q of ['%caller', '_aller', '\\'])
    expect((await client.get(paths.officeCustomers.href(at, { q }))).text).not.toContain(
      house.marks.caller.text.slice(0, 12),
    )
})

test('a name with a NUL, which no column takes, is refused or cleaned, never a fault', async () => {
  const at = { brand: house.shop.brandSlug, store: house.shop.storeSlug }
  const { client } = house.people.boss
  const sent = [
    await client.post(paths.officeCustomers.href(at), { key: crypto.randomUUID(), name: 'a\0b', phone: '0922000111' }),
    await client.post(paths.officeInvitations.href(at), { key: crypto.randomUUID(), name: 'a\0b', right: 'p1' }),
    await client.post(paths.officeCustomerNotes.href({ ...at, id: house.ids.customer }), {
      key: crypto.randomUUID(),
      text: 'a\0b',
    }),
    await client.post(paths.accountProfile.href({}), { name: 'a\0b' }),
    await client.post(paths.accountAddresses.href({}), { label: 'a\0', address: 'a\0b' }),
    await client.post(paths.counterPause.href(at), { reason: 'a\0b', minutes: '30' }),
    await site
      .client()
      .post(paths.signUp.href({}), { name: 'a\0b', phone: '0922000112', login: 'a\0bc', password: 'long enough\0' }),
    await site.client().post(paths.signIn.href({}), { login: 'a\0', password: 'x\0' }),
    await site.client().post(paths.join.href({}), { code: 'a\0' }),
  ]
  expect(sent.map(({ status }) => status).filter((status) => status >= 500)).toEqual([])
  const api = apiOf(site, house.people.boss.apiToken!)
  expect((await api.post('/orchestration/customers', { name: 'a\0b', phone: '0922' })).status).toBeLessThan(500)
  expect((await api.post('/orchestration/menu/admin/items', { name: 'a\0b', price: 1 })).status).toBeLessThan(500)
})

test.each(["' or true --", '1', '..', '-'.repeat(36), 'x'.repeat(3000)])(
  'an id in a path that is %j names nothing, at any door, and brings nothing down',
  async (id) => {
    const { client } = house.people.boss
    const wrong: string[] = []
    for (const route of declaredRoutes(site.app)) {
      const path = route.path.replace(':brand', house.shop.brandSlug).replace(':store', house.shop.storeSlug)
      if (!/:(id|item|line|dish|charge|file|secret)/.test(path) || isApiPath(path)) continue
      const url = path.replace(/:\w+/g, () => encodeURIComponent(id))
      const answer = route.method === 'GET' ? await client.get(url) : await client.post(url, {})
      if (answer.status >= 500) wrong.push(`${route.method} ${route.path}: ${answer.status}`)
    }
    expect(wrong).toEqual([])
  },
)
