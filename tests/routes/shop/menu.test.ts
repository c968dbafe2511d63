import { beforeAll, expect, test } from 'vitest'
import { stopDish } from '../../../src/domain/inventory/stop-dish'
import { paths } from '../../../src/views/paths'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import { act, aMenu, counted, must, publish, staffCtx } from '../../support/world'
import { add, aNoodleShop, later, lineOf, linesUrl, menuUrl, placeOf, textOf } from './a-noodle-shop'
import { signedIn } from './signed-in'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

test('a hungry person sees every dish with its price and an empty box', async () => {
  const shop = await aNoodleShop(site)
  const page = await site.client().get(menuUrl(shop))
  expect(page.status).toBe(200)
  expect(textOf(lineOf(page.text, shop.bowl))).toMatch(/牛肉麵.*\$ ?180/)
  for (const dish of [shop.bowl, shop.salad, shop.tea]) expect(lineOf(page.text, dish)).toContain(`data-box="${dish}"`)
  expect(page.text).toContain('aria-label="加點 小黃瓜"')
  expect(page.text).not.toMatch(/ style="/)
  expect(page.text).not.toMatch(/ on[a-z]+="|hx-on/)
})

test('R25: a sold-out dish shows no box and cannot be ordered', async () => {
  const shop = await aNoodleShop(site, { stock: { salad: 0 } })
  const guest = site.client()
  const line = lineOf((await guest.get(menuUrl(shop))).text, shop.salad)
  expect(textOf(line)).toContain('今日售完')
  expect(line).not.toContain('data-box')

  const tried = await add(guest, shop)
  expect(tried.status).toBe(422)
  expect(textOf(tried.text)).toContain('這道今天賣完了')
  expect((await guest.get(menuUrl(shop))).text).not.toContain('box has-some')
})

test('R25: the last portions are counted down on the menu', async () => {
  const shop = await aNoodleShop(site, { stock: { salad: 3 } })
  expect(textOf(lineOf((await site.client().get(menuUrl(shop))).text, shop.salad))).toContain('剩 3 份')
})

const seen = (html: string): string => /id="stock"[^>]*hx-get="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''

test('R25: a dish sells out under an open menu: the page asks what changed and gets that dish alone', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await add(guest, shop, 'tea')
  const open = (await guest.get(menuUrl(shop))).text
  must(await act(site.db, stopDish, staffCtx(shop), { dishId: shop.salad, isStopped: true }))

  const change = await guest.panel(seen(open))
  expect(change.text).toContain(`hx-target=".dish[data-dish=&quot;${shop.salad}&quot;]"`)
  expect(change.text).not.toContain(`data-dish=&quot;${shop.tea}&quot;`)
  expect(change.text).not.toContain('menu-sections')
  expect(Buffer.byteLength(change.text)).toBeLessThan(5_000)
  expect((await guest.panel(seen(change.text))).text).not.toContain('data-dish=&quot;')
})

test('a menu that was published meanwhile comes whole, with the reader’s numbers in its boxes', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await add(guest, shop)
  const open = (await guest.get(menuUrl(shop))).text
  await site.db.updateTable('dish').set({ basePrice: 65 }).where('id', '=', shop.salad).execute()
  await publish(site.db, shop)
  const change = (await guest.panel(seen(open))).text
  expect(change).toContain('hx-target="#menu-sections"')
  expect(textOf(change)).toMatch(/小黃瓜.*\$ ?65/)
  expect(change).toContain('小黃瓜：已點 1 份，修改')
})

test('the numbers in the boxes are each reader’s own, though the page is rendered once', async () => {
  const shop = await aNoodleShop(site)
  const [one, other] = [site.client(), site.client()]
  await add(one, shop)
  await add(one, shop)
  expect((await one.get(menuUrl(shop))).text).toContain('小黃瓜：已點 2 份，修改')
  const page = (await other.get(menuUrl(shop))).text
  expect(page).not.toContain('已點')
  expect(textOf(page)).toContain('還沒點')
})

test('two readers’ forms carry two keys', async () => {
  const shop = await aNoodleShop(site)
  const keyOf = async () => /name="key" value="([^"]+)"/.exec((await site.client().get(menuUrl(shop))).text)?.[1]
  const [one, other] = [await keyOf(), await keyOf()]
  expect(one).toMatch(/^[\w-]{36}$/)
  expect(one).not.toBe(other)
})

test('everything is said in English too, dishes included', async () => {
  const shop = await aNoodleShop(site, { stock: { salad: 0 } })
  const guest = site.client()
  guest.lang = 'en'
  const page = await guest.get(menuUrl(shop))
  expect(page.text).toContain('<html lang="en"')
  expect(textOf(page.text)).toMatch(/Xiaoman Noodles Yongkang/)
  expect(textOf(lineOf(page.text, shop.salad))).toMatch(/Smashed Cucumber NT\$ ?60 Sold out/)
  expect(page.text).not.toMatch(/shop\.\w+\./)
})

test.each([
  ['a dish in the language of the page', '黃瓜', 1],
  ['a dish by its English name', 'smashed', 1],
  ['nothing', '披薩', 0],
])('search without scripts finds %s', async (_what, q, count) => {
  const shop = await aNoodleShop(site)
  const page = (await site.client().get(`${menuUrl(shop)}?q=${encodeURIComponent(q)}`)).text
  expect(page.match(/data-dish="/g)?.length ?? 0).toBe(count)
  expect(/id="no-match" hidden/.test(page)).toBe(count > 0)
})

const weekdays = (opensMinute: number, closesMinute: number) => ({ opensMinute, closesMinute })
test.each([
  ['before it opens', weekdays(780, 1200), '還沒開門，13:00 開始'],
  ['after it closed', weekdays(480, 660), '打烊了，明天 08:00 開門'],
  ['after last orders', weekdays(480, 730), '收單了，明天 08:00 再開'],
])('R3: a store says %s by which rule it is closed and when it opens', async (_when, hours, words) => {
  const shop = await aNoodleShop(site)
  await site.db.updateTable('storeHours').set(hours).where('storeId', '=', shop.storeId).execute()
  const page = textOf((await site.client().get(menuUrl(shop))).text)
  expect(page).toContain(words)
})

test('R3: a pause is named with its reason and its end, and gone when it is over', async () => {
  const shop = await aNoodleShop(site, { store: { pausedUntil: later(30), pauseReason: '瓦斯在換' } })
  const guest = site.client()
  const page = textOf((await guest.get(menuUrl(shop))).text)
  expect(page).toContain('暫停接單，12:30 再開')
  expect(page).toContain('瓦斯在換')
  site.setNow(later(31))
  expect(textOf((await guest.get(menuUrl(shop))).text)).toContain('24 小時營業')
})

test('R44: a menu page takes one round trip, and one more for who is signed in', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await add(guest, shop)
  expect(await roundTripsOf(site.pool, () => guest.get(menuUrl(shop)))).toHaveLength(1)
  const { client } = await signedIn(site)
  expect(await roundTripsOf(site.pool, () => client.get(menuUrl(shop)))).toHaveLength(2)
})

test('a query in the address of one reader never stands in the page of another', async () => {
  const shop = await aNoodleShop(site)
  expect((await site.client().get(`${menuUrl(shop)}?from=poster`)).text).toContain('from%3Dposter')
  expect((await site.client().get(menuUrl(shop))).text).not.toContain('poster')
})

test('a store without a menu says so; a store that is not there is 404', async () => {
  const shop = await aNoodleShop(site)
  const empty = await aNoodleShop(site)
  await site.db.updateTable('store').set({ menuVersionId: null }).where('id', '=', empty.storeId).execute()
  expect(textOf((await site.client().get(menuUrl(empty))).text)).toContain('還沒有菜單')
  expect((await site.client().get(paths.shop.href({ ...placeOf(shop), store: 'nowhere' }))).status).toBe(404)
})

test('a dish that stands in two categories has its box in both', async () => {
  const shop = await aNoodleShop(site)
  await aMenu(site.db, shop, [{ name: '人氣', stationId: shop.coldId, dishes: [shop.salad] }])
  const page = (await site.client().get(menuUrl(shop))).text
  expect(page.match(new RegExp(`data-box="${shop.salad}"`, 'g'))).toHaveLength(2)
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('one portion more than there is cannot be added', async () => {
  const shop = await aNoodleShop(site)
  await counted(site.db, shop, shop.tea, 2)
  const tried = await site.client().post(linesUrl(shop), { dish: shop.tea, quantity: 3 })
  expect(tried.status).toBe(422)
  expect(textOf(tried.text)).toContain('只剩 2 份')
})
