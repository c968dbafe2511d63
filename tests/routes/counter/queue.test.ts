import { beforeAll, expect, test } from 'vitest'
import { acceptOrder } from '../../../src/domain/orders/accept-order'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import {
  aCounter,
  behind,
  colleague,
  cook,
  laneOf,
  noon,
  order,
  placeOf,
  queueUrl,
  readyOrder,
  rowOf,
  slipOf,
  textOf,
  urlOf,
} from './a-counter'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

test('R35: a new order rings in the first lane until it is accepted, and then waits for its money', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])

  const before = (await cashier.get(queueUrl(shop))).text
  expect(laneOf(before, 'new')).toEqual(['001'])
  expect(before).toContain(`data-ringing="${id}"`)

  const after = await cashier.panel(urlOf(shop, 'counterAcceptance', id), {})
  expect(after.status).toBe(200)
  expect(after.text).not.toContain('<html')
  expect(after.text).not.toContain('data-ringing')
  expect([laneOf(after.text, 'new'), laneOf(after.text, 'unpaid')]).toEqual([[], ['001']])
})

test('accepting says how long it takes: the promise moves there', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  expect(slipOf((await cashier.get(queueUrl(shop))).text, id)).toContain('20 分，約 12:20')

  await cashier.post(urlOf(shop, 'counterAcceptance', id), { minutes: 35 })
  expect((await rowOf(site, id)).promisedAt).toEqual(new Date(noon.getTime() + 35 * 60_000))
})

test('R35: a store that accepts by itself rings too, until somebody says that they saw it', async () => {
  const shop = await aCounter(site, { autoAccept: true })
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  const before = (await cashier.get(queueUrl(shop))).text
  expect([laneOf(before, 'new'), slipOf(before, id)]).toEqual([['001'], expect.stringContaining('看到了')])

  const seen = await cashier.panel(urlOf(shop, 'counterAcknowledgement', id), {})
  expect([laneOf(seen.text, 'new'), laneOf(seen.text, 'unpaid')]).toEqual([[], ['001']])
})

test('R35: taking the money stops the ringing as well', async () => {
  const shop = await aCounter(site, { autoAccept: true })
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  await cashier.post(urlOf(shop, 'counterPayment', id), { key: newId(), method: 'cash', tendered: '320' })
  const html = (await cashier.get(queueUrl(shop))).text
  expect(html).not.toContain('data-ringing')
  expect(laneOf(html, 'cooking')).toEqual(['001'])
})

test('the other pages of the counter ring as well: their bar knows what is new', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  const bar = await cashier.panel(paths.counterBar.href(placeOf(shop)))
  expect(bar.text).toContain(`data-ringing="${id}"`)
})

test('orders hang in their lanes, oldest first', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  await readyOrder(site, shop)
  const paid = await order(site, shop, [{ dish: 'noodles' }])
  await behind(site, shop, confirmCash, { orderId: paid, key: newId() })
  for (let n = 0; n < 2; n++) {
    const orderId = await order(site, shop, [{ dish: 'tea' }])
    await behind(site, shop, acceptOrder, { orderId })
  }
  await order(site, shop, [{ dish: 'tea' }])

  const html = (await cashier.get(queueUrl(shop))).text
  const shown = (['new', 'unpaid', 'cooking', 'ready'] as const).map((lane) => laneOf(html, lane))
  expect(shown).toEqual([['005'], ['003', '004'], ['002'], ['001']])
})

test('a slip tells an allergy from a wish', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles', note: '不要香菜' }], { note: '對花生過敏' })
  const slip = slipOf((await cashier.get(queueUrl(shop))).text, id)
  expect(slip).toMatch(/text-bad[^>]*>.{0,200}對花生過敏/s)
  expect(slip).not.toMatch(/text-bad[^>]*>[^對]{0,200}不要香菜/s)
})

test('handed over: the order leaves the queue, and a quiet counter says which went last', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await readyOrder(site, shop)
  const after = await cashier.panel(urlOf(shop, 'counterHandover', id), {})
  expect([after.status, laneOf(after.text, 'ready')]).toEqual([200, []])
  expect(textOf(after.text)).toContain('最後一張 001 在 12:00 取走')
  expect((await rowOf(site, id)).fulfilment).toBe('completed')
})

test('an unpaid meal is not handed over: the slip says what is missing', async () => {
  const shop = await aCounter(site, { kitchenStart: 'acceptance' })
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  await behind(site, shop, acceptOrder, { orderId: id })
  await cook(site, shop, id)
  const refused = await cashier.panel(urlOf(shop, 'counterHandover', id), {})
  expect(refused.status).toBe(422)
  expect(slipOf(refused.text, id)).toContain('還差 $320 沒收')
})

test('what cannot be done any more is refused in words, on the page it was tried on', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  const refused = await cashier.panel(urlOf(shop, 'counterHandover', id), { from: 'order' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('id="order-panel"')
  expect(textOf(refused.text)).toContain('這張單現在是「新單」，不能這樣做')
})

test('the queue speaks English to those who read it', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  cashier.lang = 'en'
  const id = await order(site, shop, [{ dish: 'noodles' }])
  const html = (await cashier.get(queueUrl(shop))).text
  expect(textOf(html)).toMatch(/New 1 .*To pay 0 .*Cooking 0 .*Ready 0/)
  expect(textOf(slipOf(html, id))).toContain('noodles × 1')
  expect(textOf(html)).not.toMatch(/(counter|orders|ui)\.[a-z]/)
})

test('strangers find nothing, guests are asked to sign in, and a colleague needs the counter', async () => {
  const [mine, theirs] = [await aCounter(site), await aCounter(site)]
  const id = await order(site, theirs, [{ dish: 'noodles' }])
  const me = await colleague(site, mine)
  const pages = [
    queueUrl(theirs),
    urlOf(theirs, 'counterOrder', id),
    urlOf(theirs, 'counterPayment', id),
    urlOf(theirs, 'counterCancellation', id),
    paths.counterStream.href(placeOf(theirs)),
    paths.counterBar.href(placeOf(theirs)),
    paths.counterSearch.href(placeOf(theirs)),
    paths.counterPause.href(placeOf(theirs)),
    paths.counterStock.href(placeOf(theirs)),
    // Their order under my own store's address is not there either.
    urlOf(mine, 'counterOrder', id),
    urlOf(mine, 'counterPayment', id),
  ]
  for (const page of pages) expect([page, (await me.get(page)).status]).toEqual([page, 404])
  const taken = await me.post(urlOf(mine, 'counterPayment', id), { key: newId(), method: 'cash', tendered: '320' })
  expect([taken.status, (await rowOf(site, id)).paymentState]).toEqual([404, 'unpaid'])

  expect((await site.client().get(queueUrl(theirs))).location).toContain('/sign-in')
  const office = await colleague(site, theirs, { p2: true })
  expect((await office.get(queueUrl(theirs))).status).toBe(403)
})
