import { beforeAll, expect, test } from 'vitest'
import { limits } from '../../../src/domain/people/rate-limit'
import { newId } from '../../../src/domain/shared/ids'
import { apiOf, tokenOf } from '../../support/api'
import type { Client } from '../../support/client'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { add, aFullCart, checkoutUrl, type NoodleShop, noon, orderForm, ordersOf, textOf } from './a-noodle-shop'

/** Two processes of one installation: behind a proxy, over one database. */
let sites: [Site, Site]
let site: Site
beforeAll(async () => {
  site = await openSite()
  sites = [site, await openSite(site)]
  for (const one of sites) {
    one.setNow(noon)
    one.deps.env = { ...one.deps.env, trustProxy: true }
  }
  return site.close
})

let count = 0
const phoneOf = (n: number) => `0930${String(n).padStart(6, '0')}`

/** Somebody sends an order, by turns to one process and the other; everybody calls from elsewhere unless told. */
async function send(shop: NoodleShop, guest: Client, more: Record<string, string> = {}, address?: string) {
  count += 1
  const form = orderForm({ key: newId(), contactPhone: phoneOf(count), ...more })
  return guest.post(checkoutUrl(shop), form, { 'X-Forwarded-For': address ?? `10.9.${count >> 8}.${count & 255}` })
}

/** A guest with a cart, whose browser speaks to one of the processes. */
async function aGuest(shop: NoodleShop): Promise<Client> {
  const guest = sites[count % 2]!.client()
  await add(guest, shop, 'salad')
  return guest
}

const reached = (kind: string) =>
  site.db
    .updateTable('rateLimit')
    .set({ count: limits[kind as keyof typeof limits].limit })
    .where('key', 'like', `${kind}:%`)
    .execute()

test('twenty checkouts of one cart in a minute are enough: the next is told how long to wait, and loses nothing', async () => {
  const { shop, guest } = await aFullCart(site)
  for (let n = 0; n < limits.checkout.limit; n++)
    expect((await send(shop, guest, { contactPhone: '0912' })).status).toBe(422)
  await site.db.deleteFrom('rateLimit').execute()
  expect((await send(shop, guest)).status).toBe(303)

  await add(guest, shop, 'salad')
  await reached('checkout')
  const late = await send(shop, guest, { contactName: '王先生的朋友' })
  expect([late.status, textOf(late.text).includes('請等 60 秒再試')]).toEqual([422, true])
  expect(late.text).toContain('王先生的朋友')
  expect(await ordersOf(site, shop)).toHaveLength(1)
  for (const one of sites) one.setNow(new Date(noon.getTime() + 61_000))
  expect((await send(shop, guest)).status).toBe(303)
})

test('a store takes so many orders on one phone number, however it is written and whoever sends them', async () => {
  const { shop, guest } = await aFullCart(site)
  expect((await send(shop, guest, { contactPhone: '0912 345 678' })).status).toBe(303)
  await reached('checkoutTo')
  expect((await send(shop, await aGuest(shop), { contactPhone: '+886912345678' })).status).toBe(422)
  expect((await send(shop, await aGuest(shop), { contactPhone: '0912345679' })).status).toBe(303)
  const elsewhere = await aFullCart(site)
  expect((await send(elsewhere.shop, elsewhere.guest, { contactPhone: '0912345678' })).status).toBe(303)
})

test('a network sends so many orders a minute, over all processes; this machine itself as many as it likes', async () => {
  const { shop, guest } = await aFullCart(site)
  expect((await send(shop, guest, {}, '203.0.113.9')).status).toBe(303)
  await reached('checkoutFrom')
  expect((await send(shop, await aGuest(shop), {}, '203.0.113.9')).status).toBe(422)
  expect((await send(shop, await aGuest(shop), {}, '203.0.113.10')).status).toBe(303)

  await site.db.deleteFrom('rateLimit').execute()
  expect((await send(shop, await aGuest(shop), {}, '::1')).status).toBe(303)
  const counted = await site.db.selectFrom('rateLimit').select('key').where('key', 'like', 'checkout%').execute()
  expect(counted.map(({ key }) => key.split(':')[0]).sort()).toEqual(['checkout', 'checkoutTo'])
})

test('whoever works at the counter rings up guests all day', async () => {
  const { shop } = await aFullCart(site)
  const cashier = await signedIn(site, { roles: [staffAt(shop, { p1: true })] })
  await add(cashier, shop, 'salad')
  expect((await send(shop, cashier)).status).toBe(303)
  const counted = site.db.selectFrom('rateLimit').select('key').where('key', 'like', `%${shop.storeId}%`)
  expect(await counted.execute()).toEqual([])
})

test('over the REST API a customer is told when to come back', async () => {
  const { shop } = await aFullCart(site)
  await aPerson(site, { username: 'often', password: '牛肉麵加蛋123' })
  const api = apiOf(site, await tokenOf(site, 'often', '牛肉麵加蛋123'))
  const items = [{ menu_item_id: shop.salad, quantity: 1 }]
  const order = () =>
    api.post('/orchestration/orders', { store_id: shop.storeId, items, order_type: 'takeout', payment_method: 'cash' })
  const first = await order()
  await reached('checkout')
  const late = await order()
  expect([late.status, late.headers.get('Retry-After')]).toEqual([429, '60'])
  expect(first.status).toBe(201)
})
