import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { anOrder } from '../../support/orders'
import { signedIn } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, customerCtx, noon, type Shop } from '../../support/world'

let site: Site
/** A brand that speaks one language, and one that speaks both. */
let chinese: Shop
let both: Shop
const at = (shop: Shop) => ({ brand: shop.brandSlug, store: shop.storeSlug })
const reader = (lang: 'zh-Hant' | 'en') => Object.assign(site.client(), { lang })

beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  chinese = await aShop(site.db)
  both = await aShop(site.db)
  await site.db
    .updateTable('brand')
    .set({ languages: ['zh-Hant'] })
    .where('id', '=', chinese.brandId)
    .execute()
})

test('a brand’s shop speaks its own languages alone, and offers no other', async () => {
  const pages = (shop: Shop) => [
    paths.brand.href({ brand: shop.brandSlug }),
    paths.shop.href(at(shop)),
    paths.cart.href(at(shop)),
    paths.shopDish.href({ ...at(shop), dish: shop.noodles }),
  ]
  for (const page of pages(chinese)) {
    const { text } = await reader('en').get(page)
    expect([page, text.includes('<html lang="zh-Hant-TW"'), text.includes('/language/')]).toEqual([page, true, false])
  }
  for (const page of pages(both)) expect((await reader('en').get(page)).text).toContain('<html lang="en"')
  expect((await reader('en').get(paths.shop.href(at(both)))).text).toContain('/language/zh-Hant')
})

test('who chose another language keeps it wherever it is spoken', async () => {
  const client = reader('zh-Hant')
  await client.get(paths.language.href({ lang: 'en' }))
  expect((await client.get(paths.shop.href(at(chinese)))).text).toContain('<html lang="zh-Hant-TW"')
  expect((await client.get(paths.home.href({}))).text).toContain('<html lang="en"')
})

test('an order’s page speaks what its brand does; the staff of the store speak what they like', async () => {
  const client = await signedIn(site, { roles: [{ role: 'boss' }] })
  client.lang = 'en'
  const { accountId } = await site.db.selectFrom('session').select('accountId').executeTakeFirstOrThrow()
  const { orderId } = await anOrder(site.db, chinese, { by: customerCtx(chinese, accountId) })
  expect((await client.get(paths.order.href({ id: orderId }))).text).toContain('<html lang="zh-Hant-TW"')
  expect((await client.get(paths.counterQueue.href(at(chinese)))).text).toContain('<html lang="en"')
})

test('the boss says which languages a brand speaks, and its shop follows at once; its own stays among them', async () => {
  const boss = await signedIn(site, { roles: [{ role: 'boss' }] })
  const edit = (languages: string[]) =>
    boss.post(paths.platformBrand.href({ id: both.brandId }), {
      ...{
        zh: '小滿麵館',
        en: 'Hsiaoman',
        seal: '滿',
        slug: both.brandSlug,
        currency: 'TWD',
        colour: '#b4451f',
        was: '#b4451f',
      },
      ...{ languages, isActive: 'on' },
    })
  const speaks = async () => /<html lang="([^"]+)"/.exec((await reader('en').get(paths.shop.href(at(both)))).text)?.[1]
  expect([(await edit([])).status, await speaks()]).toEqual([303, 'zh-Hant-TW'])
  expect([(await edit(['en'])).status, await speaks()]).toEqual([303, 'en'])
})
