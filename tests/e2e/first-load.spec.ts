import type { Page, Request } from '@playwright/test'
import { paths } from '../../src/views/paths'
import { orderBy, paidAtCounter } from './support/by-phone'
import { expect, test } from './support/floor'
import { boxOf, counterUrl, kitchenUrl, take } from './support/meal'

/** Bytes of everything a page asked for but its pictures, as they came over the wire, by kind. */
function weigh(page: Page): () => Promise<Record<string, number>> {
  const asked: Request[] = []
  page.on('requestfinished', (request) => asked.push(request))
  return async () => {
    const bytes: Record<string, number> = {}
    for (const request of asked) {
      if (/\/pictures\/|\.webp$/.test(request.url())) continue
      const { responseBodySize } = await request.sizes()
      const kind = request.resourceType()
      bytes[kind] = (bytes[kind] ?? 0) + responseBodySize
    }
    return bytes
  }
}

for (const [name, locale] of [
  ['Traditional Chinese', 'zh-TW'],
  ['English', 'en'],
] as const)
  test(`R43: a hungry person sees the menu at once: less than 60 KB in ${name}`, async ({ open }) => {
    const guest = await open('phone', { locale })
    const weight = weigh(guest)
    await guest.goto('/xiaoman/yongkang', { waitUntil: 'load' })
    await expect(guest.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await guest.evaluate(() => 'htmx' in window)).toBe(true)

    const bytes = await weight()
    test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) })
    const sum = Object.values(bytes).reduce((a, b) => a + b, 0)
    expect(sum).toBeGreaterThan(10_000)
    expect(sum).toBeLessThan(60_000)
  })

const wholeStock = 'the stock of 56 dishes'

test('R43: what a tap or a ping brings is less than 5 KB', async ({ guest, open, shop, stranger, staff }) => {
  const bytes: Record<string, number> = {}
  const fragment = async (what: string, page: Page, path: string, act: () => Promise<unknown>) => {
    const [answer] = await Promise.all([page.waitForResponse((one) => new URL(one.url()).pathname === path), act()])
    await answer.finished()
    bytes[what] = (await answer.request().sizes()).responseBodySize
  }
  const demo = { brand: 'xiaoman', store: 'yongkang' }
  await guest.goto(paths.shop.href(demo))
  await fragment('one more in the cart', guest, paths.cartLines.href(demo), () => take(guest, '白飯'))
  const sheet = (await boxOf(guest, '紅燒半筋半肉牛肉麵').first().getAttribute('href'))!
  await fragment('a dish that asks', guest, sheet, () => boxOf(guest, '紅燒半筋半肉牛肉麵').first().tap())
  await fragment('what changed on the menu', guest, paths.shop.href(demo), () => probe(guest))

  for (let n = 0; n < 4; n++) await paidAtCounter(staff, shop, await orderBy(stranger, shop))
  const order = await orderBy(stranger, shop)
  const mine = await open('phone', { storageState: order.state })
  await mine.goto(order.url)
  await fragment('an order', mine, order.url, () => probe(mine))
  const counter = await open('tablet', { as: 'staff' })
  await counter.goto(counterUrl(shop))
  await fragment('the queue', counter, counterUrl(shop), () => probe(counter))
  await counter.goto(paths.counterStock.href(demo))
  await fragment(wholeStock, counter, paths.counterStock.href(demo), () => probe(counter))
  const kitchen = await open('board', { as: 'staff' })
  await kitchen.goto(kitchenUrl(shop))
  await fragment('the board', kitchen, kitchenUrl(shop), () => probe(kitchen))

  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) })
  // The one that is larger, and by how much: every dish of a store with its switch and its count.
  expect(bytes[wholeStock]).toBeLessThan(8_000)
  expect(Object.entries(bytes).filter(([what, size]) => what !== wholeStock && size >= 5_000)).toEqual([])
})

/** What freshness.ts says when a page should ask anew. */
const probe = (page: Page) => page.evaluate(() => document.body.dispatchEvent(new CustomEvent('probe')))
