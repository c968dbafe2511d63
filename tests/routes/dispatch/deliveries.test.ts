import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import type { Shop } from '../../domain/cart/a-shop'
import type { Client } from '../../support/client'
import { openSite, type Site } from '../../support/site'
import { aKitchen, boardUrl, colleague, order, placeOf, ticketsOn } from '../kitchen/a-kitchen'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const pageUrl = (shop: Shop, driver?: string) => paths.dispatch.href(placeOf(shop), { driver })
const move = (who: Client, shop: Shop, id: string, form: Record<string, string | number>) =>
  who.panel(paths.dispatchDelivery.href({ ...placeOf(shop), id }), form)

async function aDelivery() {
  const shop = await aKitchen(site)
  const driver = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles', quantity: 2 }], {
    orderType: 'delivery',
    address: '台北市大安區永康街 31 巷 20 號',
    note: '到了請打電話',
  })
  return { shop, driver, id }
}

async function cooked(who: Client, shop: Shop) {
  for (const { id } of ticketsOn((await who.get(boardUrl(shop))).text))
    await who.panel(paths.kitchenBump.href({ ...placeOf(shop), id }), {})
}

const lanesOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/id="lane-(\w+)"[^>]*>[^<]*<span[^>]*>(\d+)</g)].map(([, lane, count]) => [lane, Number(count)]),
  )
const paymentsOf = (id: string) =>
  site.db.selectFrom('payment').select(['status', 'amount', 'tendered']).where('orderId', '=', id).execute()
const fulfilmentOf = async (id: string) =>
  (await site.db.selectFrom('orders').select('fulfilment').where('id', '=', id).executeTakeFirstOrThrow()).fulfilment

test('R39: a driver is sent off, takes the meal when it is ready, collects the money and hands it over', async () => {
  const { shop, driver, id } = await aDelivery()
  const page = (await driver.get(pageUrl(shop))).text
  expect(page).toContain('永康街 31 巷 20 號')
  expect(page).toContain('href="tel:0912345678"')
  expect(page).toContain('到府收款')
  expect(lanesOf(page)).toEqual({ pending: 1, assigned: 0, picked_up: 0 })

  expect(lanesOf((await move(driver, shop, id, { event: 'assign', driver: '阿明' })).text)).toMatchObject({
    assigned: 1,
  })
  await cooked(driver, shop)
  expect(lanesOf((await move(driver, shop, id, { event: 'pickUp' })).text)).toMatchObject({ picked_up: 1 })
  expect(await fulfilmentOf(id)).toBe('out_for_delivery')

  const done = await move(driver, shop, id, { event: 'deliver', collected: 200, key: newId() })
  expect([done.status, lanesOf(done.text)]).toEqual([200, { pending: 0, assigned: 0, picked_up: 0 }])
  expect(await fulfilmentOf(id)).toBe('completed')
  expect(await paymentsOf(id)).toEqual([{ status: 'paid', amount: 200, tendered: 200 }])
})

test('a driver who taps twice at the door takes the money once, and is not told off', async () => {
  const { shop, driver, id } = await aDelivery()
  await move(driver, shop, id, { event: 'assign', driver: '阿明' })
  await cooked(driver, shop)
  await move(driver, shop, id, { event: 'pickUp' })
  const form = { event: 'deliver', collected: 200, key: newId() }
  const answers = await Promise.all([move(driver, shop, id, form), move(driver, shop, id, form)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await paymentsOf(id)).toHaveLength(1)
})

test('complaint 43: nothing is delivered that no driver took, nothing leaves before it is ready, nothing is handed over unpaid', async () => {
  const { shop, driver, id } = await aDelivery()
  const refused = async (form: Record<string, string | number>) => {
    const { status, text } = await move(driver, shop, id, form)
    return [status, /role="alert"><svg.*?<\/svg>([^<]*)</.exec(text)?.[1]]
  }
  expect(await refused({ event: 'deliver', collected: 200, key: newId() })).toEqual([
    422,
    expect.stringContaining('剛剛有人動過'),
  ])
  expect(await paymentsOf(id)).toMatchObject([{ status: 'pending' }])
  await move(driver, shop, id, { event: 'assign', driver: '阿明' })
  expect(await refused({ event: 'pickUp' })).toEqual([422, expect.stringContaining('餐還沒好')])
  await cooked(driver, shop)
  await move(driver, shop, id, { event: 'pickUp' })
  expect(await refused({ event: 'deliver' })).toEqual([422, expect.stringContaining('$200')])
  expect(await fulfilmentOf(id)).toBe('out_for_delivery')
})

test('without a driver’s name nobody is sent, and the field says what is missing', async () => {
  const { shop, driver, id } = await aDelivery()
  const { status, text } = await move(driver, shop, id, { event: 'assign', driver: '  ' })
  expect(status).toBe(422)
  expect(text).toContain('aria-invalid="true"')
  expect(text).toContain('還沒寫騎士的名字')
})

test('a driver sees their own deliveries and those nobody has yet', async () => {
  const { shop, driver, id } = await aDelivery()
  await move(driver, shop, id, { event: 'assign', driver: '阿明' })
  const lanes = async (name?: string) => lanesOf((await driver.get(pageUrl(shop, name))).text)
  expect(await lanes()).toMatchObject({ assigned: 1 })
  expect(await lanes('阿明')).toMatchObject({ assigned: 1 })
  expect(await lanes('小華')).toMatchObject({ assigned: 0 })
})

test('who cannot make it gives the delivery back; a cancelled one is on no list', async () => {
  const { shop, driver, id } = await aDelivery()
  await move(driver, shop, id, { event: 'assign', driver: '阿明' })
  expect(lanesOf((await move(driver, shop, id, { event: 'giveBack' })).text)).toMatchObject({ pending: 1, assigned: 0 })
  expect(lanesOf((await move(driver, shop, id, { event: 'cancel' })).text)).toEqual({
    pending: 0,
    assigned: 0,
    picked_up: 0,
  })
})

test('without scripts every act is a form that leads back to the same list', async () => {
  const { shop, driver, id } = await aDelivery()
  const url = paths.dispatchDelivery.href({ ...placeOf(shop), id }, { driver: '阿明' })
  const answer = await driver.post(url, { event: 'assign', driver: '阿明' })
  expect([answer.status, answer.location]).toEqual([303, pageUrl(shop, '阿明')])
})

test('strangers find neither the list nor the delivery', async () => {
  const { shop, id } = await aDelivery()
  const elsewhere = await aKitchen(site)
  const stranger = await colleague(site, elsewhere)
  expect((await stranger.get(pageUrl(shop))).status).toBe(404)
  expect((await move(stranger, shop, id, { event: 'assign', driver: 'x' })).status).toBe(404)
  const { status, text } = await move(stranger, elsewhere, id, { event: 'assign', driver: 'x' })
  expect([status, text.includes('永康街')]).toEqual([422, false])
})
