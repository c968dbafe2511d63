import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/views/paths'
import { aHouse, type House } from '../routes/doors/house'
import { aPerson } from '../support/people'
import { openSite, type Site } from '../support/site'
import { noon } from '../support/world'

let site: Site
let house: House
const password = '牛肉麵加蛋123'

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  house = await aHouse(site)
})

describe('no door leads to another site', () => {
  const evil = [
    ...[
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https:evil.example',
      '///evil.example',
    ],
    ...[
      '/%09/evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/.//evil.example',
      '/..//evil.example',
      'javascript:alert(1)',
    ],
    ...[
      '//evil.example/%2e%2e',
      '/%5cevil.example',
      '/%2f%2fevil.example',
      'http://shop.test@evil.example',
      'data:text/html,x',
      ' //evil.example',
    ],
  ]
  const isHome = (location: string | null) =>
    location !== null &&
    new URL(location, 'http://shop.test').origin === 'http://shop.test' &&
    !/^\/[/\\]/.test(location)

  test.each(evil)('%j', async (back) => {
    await site.db.deleteFrom('rateLimit').execute()
    const username = `walker-${crypto.randomUUID().replace(/[^a-f]/g, '')}`
    await aPerson(site, { username, password })
    const client = site.client()
    const landings = [
      (await client.post(paths.signIn.href({}), { login: username, password, back })).location,
      (await client.get(paths.signIn.href({}, { back }))).location,
      (await client.get(paths.signUp.href({}, { back }))).location,
      (await client.get(paths.language.href({ lang: 'en' }, { back }))).location,
      (await client.post(paths.signOut.href({}), { back })).location,
      (await client.post(paths.reset.href({}), { phone: '0966111222', back })).location,
      (await client.panel(paths.account.href({}))).location,
    ]
    expect(landings.filter((location) => !isHome(location))).toEqual([])
  })

  test.each(['https://evil.example//evil.example', 'nonsense', '', '//evil.example'])(
    'a panel that claims to stand in %j comes back to this site',
    async (current) => {
      const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Current-URL': current }
      const { status, location } = await site.client().get(paths.account.href({}), headers)
      expect([status, isHome(location)]).toEqual([204, true])
      const back = new URL(location!, 'http://shop.test').searchParams.get('back')!
      const page = await site.client().get(paths.signIn.href({}, { back }))
      expect(page.text).not.toMatch(/name="back"[^>]*evil|(href|action)="(https?:)?\/[/\\]/)
    },
  )
})

test('whatever host a request names, no page, link or code says it', async () => {
  const { client } = house.people.boss
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const urls = [
    paths.platformInvitation.href({ id: house.ids.asked }),
    paths.officeInvitation.href({ brand: house.shop.brandSlug, store: house.shop.storeSlug, id: house.ids.invitation }),
    ...[paths.signIn.href({}), paths.home.href({}), paths.account.href({}), '/api/openapi.json'],
  ]
  for (const url of urls) {
    const response = await site.app.request(`http://evil.example${url}`, {
      headers: { Cookie: cookie, 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' },
    })
    expect([url, (await response.text()).includes('evil.example')]).toEqual([url, false])
  }
})
