import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { anOrder } from '../../support/orders'
import { aPerson, signedIn, staffAt } from '../../support/people'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import { aBrand, aShop, aStore, later, noon, type Shop } from '../../support/world'

let site: Site
let shop: Shop
let counter: Client
let manager: Client
const at = () => ({ brand: shop.brandSlug, store: shop.storeSlug })
const list = (query = {}) => paths.officeCustomers.href(at(), query)
const names = (html: string) => [...html.matchAll(/<span class="truncate">([^<]*)</g)].map(([, name]) => name)

async function written(name: string, phone: string): Promise<string> {
  const { location } = await counter.post(list(), { key: newId(), name, phone })
  return location!.split('/').at(-1)!
}

async function verified(phone: string, name = '林佩雯'): Promise<string> {
  const accountId = await aPerson(site, { name })
  await site.db.updateTable('account').set({ phone, phoneVerifiedAt: noon }).where('id', '=', accountId).execute()
  return accountId
}

beforeAll(async () => {
  site = await openSite()
  site.setNow(later(60))
  shop = await aShop(site.db, { stock: { noodles: 50 } })
  counter = await signedIn(site, { name: '吳哲維', roles: [staffAt(shop, { p1: true })] })
  manager = await signedIn(site, { name: '周雅婷', roles: [staffAt(shop, { p1: true, p2: true, p3: true })] })
})

test('R31: who calls by phone is written down, once, and found by name or number', async () => {
  const form = { key: newId(), name: '黃太太', phone: '0912 345 001' }
  const first = await counter.post(list(), form)
  const again = await counter.post(list(), form)
  expect([first.status, again.location]).toEqual([303, first.location])
  expect(names((await counter.get(list({ q: '太太' }))).text)).toEqual(['黃太太'])
  expect(names((await counter.get(list({ q: '0912345001' }))).text)).toEqual(['黃太太'])
  expect((await counter.get(list({ q: '沒有這個人' }))).text).toContain('沒有這樣的顧客')
  expect((await counter.get(first.location!)).text).toContain('0912 345 001')
})

test('a name or number that is none is asked for again, and stays typed', async () => {
  const { status, text } = await counter.post(list(), { key: newId(), name: '王先生', phone: '12' })
  expect(status).toBe(422)
  expect(text).toContain('這不是電話號碼')
  expect(text).toContain('value="王先生"')
})

test('what the store remembers stands under who wrote it, and a double tap writes it once', async () => {
  const id = await written('陳先生', '0912 345 002')
  const note = { key: newId(), text: '喜歡靠窗' }
  await counter.post(paths.officeCustomerNotes.href({ ...at(), id }), note)
  await counter.post(paths.officeCustomerNotes.href({ ...at(), id }), note)
  const { text } = await manager.get(paths.officeCustomer.href({ ...at(), id }))
  expect(text.split('喜歡靠窗')).toHaveLength(2)
  expect(text).toContain('吳哲維')
})

test('a profile meets the account that verified the same number: its orders and notes follow', async () => {
  const id = await written('林太太', '0912 345 678')
  const order = await anOrder(site.db, shop, { state: 'completed', input: { customerId: id } })
  await counter.post(paths.officeCustomerNotes.href({ ...at(), id }), { key: newId(), text: '少冰' })
  const accountId = await verified('+886912345678')

  const page = (await manager.get(paths.officeCustomer.href({ ...at(), id }))).text
  expect(page).toContain('可能是同一位')
  expect(page).toContain('牛肉麵 1')
  expect((await counter.post(paths.officeCustomerMerge.href({ ...at(), id }))).status).toBe(403)
  const merged = await manager.post(paths.officeCustomerMerge.href({ ...at(), id }))
  expect(merged.status).toBe(303)
  const after = (await manager.get(merged.location!)).text
  expect(after).toContain('林佩雯')
  expect(after).toContain('少冰')
  expect(after).toContain('驗證過')
  expect((await manager.get(paths.officeCustomer.href({ ...at(), id }))).status).toBe(404)
  const row = await site.db.selectFrom('orders').select('accountId').where('id', '=', order.orderId).executeTakeFirst()
  expect(row).toEqual({ accountId })
  const log = await site.db.selectFrom('auditLog').selectAll().where('action', '=', 'customer.merge').execute()
  expect(log).toMatchObject([{ before: { name: '林太太' }, after: { orders: 1 } }])
})

test('a number that the account has not verified merges nobody', async () => {
  const id = await written('趙小姐', '0912 345 999')
  const accountId = await verified('+886912345999')
  await site.db.updateTable('account').set({ phoneVerifiedAt: null }).where('id', '=', accountId).execute()
  expect((await manager.get(paths.officeCustomer.href({ ...at(), id }))).text).not.toContain('可能是同一位')
  await manager.post(paths.officeCustomerMerge.href({ ...at(), id }))
  expect((await manager.get(paths.officeCustomer.href({ ...at(), id }))).status).toBe(200)
})

test('complaint 52: customers of another brand are neither listed nor found', async () => {
  const id = await written('周小姐', '0912 345 003')
  const other = await aStore(site.db, await aBrand(site.db))
  const stranger = await signedIn(site, { roles: [staffAt(other, { p1: true, p2: true })] })
  const there = { brand: other.brandSlug, store: other.storeSlug }
  expect((await stranger.get(list())).status).toBe(404)
  expect(names((await stranger.get(paths.officeCustomers.href(there))).text)).toEqual([])
  const answer = await stranger.get(paths.officeCustomer.href({ ...there, id }))
  expect([answer.status, answer.text.includes('周小姐')]).toEqual([404, false])
})

test('R44: one look for the customer with the list beside, and one for who reads', async () => {
  const id = await written('林先生', '0912 345 009')
  const page = paths.officeCustomer.href({ ...at(), id })
  await manager.get(page)
  expect(await roundTripsOf(site.pool, () => manager.get(page))).toHaveLength(2)
  expect(await roundTripsOf(site.pool, () => manager.get(list()))).toHaveLength(2)
})

test('it reads in English too', async () => {
  manager.lang = 'en'
  const { text } = await manager.get(list())
  manager.lang = 'zh-Hant'
  expect(text).toContain('Add a customer')
  expect(text).not.toMatch(/>customers\.[a-z_.]+</)
})
