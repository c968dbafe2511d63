import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { type AnOrder, anOrder } from '../../support/orders'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { aShop, later, type Shop } from '../../support/world'

let site: Site
let shop: Shop
let manager: Client
const orders: Record<string, AnOrder> = {}
const at = () => ({ brand: shop.brandSlug, store: shop.storeSlug })
const url = (query = {}) => paths.officeOrders.href(at(), query)
const rows = (html: string) =>
  [...html.matchAll(/<th scope="row" class="num"><a [^>]*>([^<]*)</g)].map(([, number]) => number)

beforeAll(async () => {
  site = await openSite()
  site.setNow(later(60))
  shop = await aShop(site.db, { stock: { noodles: 10 } })
  manager = await signedIn(site, { name: '周店長', roles: [staffAt(shop, { p2: true })] })
  const input = (contactName: string, more = {}) => ({ contactName, contactPhone: '0928123521', ...more })
  orders.done = await anOrder(site.db, shop, { state: 'completed', input: input('陳先生') })
  orders.cooking = await anOrder(site.db, shop, {
    state: 'preparing',
    payWay: 'online',
    input: input('林小姐', { note: '少油' }),
    lines: [{ dishId: shop.noodles, optionIds: [], quantity: 2 }],
  })
  orders.unpaid = await anOrder(site.db, shop, { state: 'placed', input: input('=HYPERLINK("http://evil.example")') })
  orders.cancelled = await anOrder(site.db, shop, { state: 'cancelled', input: input('黃太太') })
})

test("the day's orders stand latest first, with the sum of what came in", async () => {
  const { status, text } = await manager.get(url())
  expect(status).toBe(200)
  expect(rows(text)).toEqual(['004', '003', '002', '001'])
  expect(text).toContain('今天收到')
  expect(text).toMatch(/<tfoot>.*540<\/span><\/td>/s)
  expect(text).toContain('牛肉麵 2')
})

test.each([
  ['status', { status: 'preparing' }, ['002']],
  ['type', { type: 'delivery' }, []],
  ['payment', { payment: 'paid' }, ['002', '001']],
  ['search', { q: '林小姐' }, ['002']],
  ['needs', { needs: '1' }, ['003']],
  ['another day', { day: '2026-11-19' }, []],
  [
    'a value nobody could choose',
    { status: 'eaten', day: 'yesterday', cursor: "'; drop table orders" },
    ['004', '003', '002', '001'],
  ],
])('the filter is in the URL: %s', async (_name, query, expected) => {
  const { status, text } = await manager.get(url(query))
  expect(status).toBe(200)
  expect(rows(text)).toEqual(expected)
})

test('the same URL gives the panel alone, and the page listens for orders', async () => {
  const panel = await manager.panel(url({ status: 'preparing' }))
  expect(panel.text.startsWith('<main id="orders-panel"')).toBe(true)
  expect(panel.text).toContain('hx-trigger="orders from:body, ')
  expect((await manager.get(url())).text).toContain(`hx-sse:connect="${paths.officeStream.href(at())}`)
})

test('an order shows its lines, money, stock and history', async () => {
  const { status, text } = await manager.get(paths.officeOrder.href({ ...at(), id: orders.cooking!.orderId }))
  expect(status).toBe(200)
  for (const words of [
    '1120-002',
    '林小姐',
    '0928123521',
    '少油',
    '牛肉麵',
    '360',
    '收到錢',
    '開始做',
    '熱廚',
    '賣出',
    '9 → 7',
  ])
    expect(text).toContain(words)
  expect(text).toContain(paths.officeSaga.href({ ...at(), id: orders.cooking!.orderId }))
})

test('a person without the counter is not sent there', async () => {
  const page = paths.officeOrder.href({ ...at(), id: orders.unpaid!.orderId })
  expect((await manager.get(page)).text).not.toContain('在櫃檯開')
  const both = await signedIn(site, { roles: [staffAt(shop, { p1: true, p2: true })] })
  expect((await both.get(page)).text).toContain('在櫃檯開')
})

test('what guests write stays text', async () => {
  const { text } = await manager.get(url())
  expect(text).toContain('=HYPERLINK(&quot;http://evil.example&quot;)')
})

test('the file has every order of the filter, holds no formula, and its export is on record', async () => {
  const { status, headers, text } = await manager.get(paths.officeOrdersCsv.href(at(), { day: '2026-11-20' }))
  expect(status).toBe(200)
  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('Content-Disposition')).toContain(`${shop.brandSlug}-${shop.storeSlug}-2026-11-20.csv`)
  const lines = text.replace('\uFEFF', '').trim().split('\r\n')
  expect(lines[0]).toBe('單號,營業日,時間,方式,客人,手機,地址,內容,狀態,付款方式,金額,已退,取消原因')
  expect(lines).toHaveLength(5)
  expect(lines[3]).toContain('1120-002,2026-11-20,12:00,外帶,林小姐,0928123521,,牛肉麵 2,製作中,線上付款,360,0,')
  expect(lines[2]).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  const { text: few } = await manager.get(paths.officeOrdersCsv.href(at(), { status: 'preparing' }))
  expect(few.trim().split('\r\n')).toHaveLength(2)
  const log = await site.db
    .selectFrom('auditLog')
    .selectAll()
    .where('storeId', '=', shop.storeId)
    .where('action', '=', 'orders.export')
    .execute()
  expect(log.map(({ actor, after }) => [actor, after])).toEqual([
    ['周店長', { day: '2026-11-20' }],
    ['周店長', { day: '2026-11-20', status: 'preparing' }],
  ])
})

test('everything is there in English as well', async () => {
  const reader = await signedIn(site, { roles: [staffAt(shop, { p2: true })] })
  reader.lang = 'en'
  const page = await reader.get(url())
  for (const words of ['Received today', 'Needs you', 'Preparing', 'Takeaway']) expect(page.text).toContain(words)
  const order = await reader.get(paths.officeOrder.href({ ...at(), id: orders.cooking!.orderId }))
  for (const words of ['Money received', 'Cooking began', 'Sold', 'Ordered by the guest'])
    expect(order.text).toContain(words)
  expect((await reader.get(paths.officeOrdersCsv.href(at()))).text).toContain('Number,Business day,Time')
  for (const { text } of [page, order]) expect(text).not.toMatch(/\b(office|orders|ui)\.[a-z_]+\.[a-z_]+/)
})

test('complaints 52, 55: strangers of another store or brand get 404 and not one datum', async () => {
  const other = await aShop(site.db)
  const stranger = await signedIn(site, { roles: [staffAt(other, { p1: true, p2: true, p3: true, p4: true })] })
  const mine = { brand: other.brandSlug, store: other.storeSlug }
  const id = orders.cooking!.orderId
  for (const page of [
    url(),
    paths.officeOrdersCsv.href(at()),
    paths.officeOrder.href({ ...at(), id }),
    paths.officeOrder.href({ ...mine, id }),
    paths.officeSaga.href({ ...mine, id }),
    paths.officeStream.href(at()),
    paths.officeOrder.href({ ...mine, id: 'no-id' }),
  ]) {
    const { status, text } = await stranger.get(page)
    expect([page, status]).toEqual([page, 404])
    expect(text).not.toMatch(/林小姐|0928123521|牛肉麵|1120-002/)
  }
})
