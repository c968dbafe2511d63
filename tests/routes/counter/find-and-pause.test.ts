import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { aCounter, colleague, noon, order, placeOf, queueUrl, textOf, urlOf } from './a-counter'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

async function two() {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const noodles = await order(site, shop, [{ dish: 'noodles' }], { contactName: '黃太太', contactPhone: '0911000521' })
  const tea = await order(site, shop, [{ dish: 'tea' }], { contactName: '陳先生', contactPhone: '0922000333' })
  const find = (q: string) => paths.counterSearch.href(placeOf(shop), { q })
  return { shop, cashier, noodles, tea, find }
}

test('the field finds an order by number, name, the end of a phone number, or a dish', async () => {
  const { cashier, noodles, tea, find } = await two()
  const found = async (q: string) => {
    const { text } = await cashier.panel(find(q))
    return [text.includes(noodles), text.includes(tea)]
  }
  expect(await found('1')).toEqual([true, false])
  expect(await found('陳先')).toEqual([false, true])
  expect(await found('0521')).toEqual([true, false])
  expect(await found('noodle')).toEqual([true, false])
})

test('a number and Enter (or a scanner) lead straight to the order', async () => {
  const { shop, cashier, tea, find } = await two()
  const there = await cashier.get(find('002'))
  expect([there.status, there.location]).toEqual([303, urlOf(shop, 'counterOrder', tea)])
})

test('nothing found says what else to try, and keeps what was typed', async () => {
  const { cashier, find } = await two()
  const page = await cashier.get(find('鳳梨'))
  expect(textOf(page.text)).toContain('今天的單裡沒有「鳳梨」')
  expect(page.text).toContain('value="鳳梨"')
})

test('ordering is paused for half an hour with its reason in sight, and resumed', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const paused = await cashier.post(paths.counterPause.href(placeOf(shop)), {
    minutes: '30',
    reason: 'busy',
    words: '',
  })
  expect([paused.status, paused.location]).toEqual([303, queueUrl(shop)])
  expect(textOf((await cashier.get(queueUrl(shop))).text)).toMatch(/暫停接單，到 12:30 廚房忙不過來/)
  const shopPage = await site.client().get(paths.shop.href(placeOf(shop)))
  expect(textOf(shopPage.text)).toContain('廚房忙不過來')
  const abroad = site.client()
  abroad.lang = 'en'
  expect(textOf((await abroad.get(paths.shop.href(placeOf(shop)))).text)).toContain('The kitchen is full')

  await cashier.post(paths.counterReopening.href(placeOf(shop)))
  expect(textOf((await cashier.get(queueUrl(shop))).text)).not.toContain('暫停接單，')
})

test('a pause ends by itself', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  await cashier.post(paths.counterPause.href(placeOf(shop)), { minutes: '15', words: '停電' })
  site.setNow(new Date(noon.getTime() + 16 * 60_000))
  expect(textOf((await cashier.get(queueUrl(shop))).text)).not.toContain('停電')
})

test('a pause of no length asks again', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  expect((await cashier.post(paths.counterPause.href(placeOf(shop)), { minutes: '7' })).status).toBe(422)
})
