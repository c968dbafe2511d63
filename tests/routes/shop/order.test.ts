import { beforeAll, expect, test } from 'vitest'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { bumpLine } from '../../../src/domain/orders/cooking/bump-line'
import { setKitchenStatus } from '../../../src/domain/orders/cooking/set-kitchen-status'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { handOver } from '../../../src/domain/orders/serving/hand-over'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import { act, anAccount, must, staffCtx } from '../../support/world'
import { add, aNoodleShop, cartUrl, later, menuUrl, type NoodleShop, noon, ordered, textOf } from './a-noodle-shop'
import { signedIn } from './signed-in'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const orderUrl = (id: string) => paths.order.href({ id })
const offUrl = (id: string) => paths.orderCancellation.href({ id })

async function anOrder(more: Record<string, string> = {}, wanted: Parameters<typeof aNoodleShop>[1] = {}) {
  const shop = await aNoodleShop(site, wanted)
  const guest = site.client()
  return { shop, guest, id: await ordered(guest, shop, more) }
}

/** What the counter and the kitchen do next. */
const staff = (shop: NoodleShop, now = noon) => staffCtx(shop, { now })
const pay = async (shop: NoodleShop, orderId: string, now = noon) => {
  const cashier = staffCtx(shop, { now, accountId: await anAccount(site.db) })
  must(await act(site.db, confirmCash, cashier, { orderId, key: newId() }))
}
const cook = async (shop: NoodleShop, orderId: string, status: 'preparing' | 'ready', now = noon) =>
  must(await act(site.db, setKitchenStatus, staff(shop, now), { orderId, status }))

const said = async (guest: Client, id: string) => textOf((await guest.get(orderUrl(id))).text)

test('an order tells where it stands, from the counter to the door', async () => {
  const { shop, guest, id } = await anOrder()
  expect(await said(guest, id)).toMatch(/取餐號碼 001 .*請先到櫃檯付款 報號碼，付 \$60，廚房就開始。/)

  await pay(shop, id)
  const waiting = await said(guest, id)
  expect(waiting).toContain('廚房收到了')
  expect(waiting).toContain('現金，12:00')
  expect(waiting).toContain('已付款')

  await cook(shop, id, 'preparing', later(4))
  site.setNow(later(6))
  expect(await said(guest, id)).toMatch(/廚房正在做 約 \d\d:\d\d 可以拿.*已好 0 道，還有 1 道在做 1 道/)

  await cook(shop, id, 'ready', later(9))
  expect(await said(guest, id)).toMatch(/好了，來拿 把號碼給櫃檯看就可以。 001 .*12:09 做好/)

  must(await act(site.db, handOver, staff(shop, later(12)), { orderId: id }))
  expect(await said(guest, id)).toContain('收好了，慢用')
})

test('the panel alone is what the page fetches when the order moves', async () => {
  const { guest, id } = await anOrder()
  const page = (await guest.get(orderUrl(id))).text
  expect(page).toContain(`hx-sse:connect="${paths.orderStream.href({ id })}?since=`)
  const panel = await guest.panel(orderUrl(id))
  expect(panel.text).toMatch(/^<div id="order-panel" hx-get="/)
  expect(Buffer.byteLength(panel.text)).toBeLessThan(9_000)
})

test('the kitchen’s progress is told dish by dish', async () => {
  const shop = await aNoodleShop(site, { store: { kitchenStart: 'acceptance' } })
  const guest = site.client()
  await guest.post(paths.cartLines.href({ brand: shop.brandSlug, store: shop.storeSlug }), {
    dish: shop.bowl,
    [`g-${shop.noodle.id}`]: shop.noodle.optionIds[0],
  })
  const id = await ordered(guest, shop)
  await cook(shop, id, 'preparing')
  const { ticketId, orderLineId } = await site.db
    .selectFrom('ticketLine as l')
    .innerJoin('ticket as t', 't.id', 'l.ticketId')
    .select(['l.ticketId', 'l.orderLineId'])
    .where('t.orderId', '=', id)
    .executeTakeFirstOrThrow()
  must(await act(site.db, bumpLine, staff(shop), { ticketId, lineId: orderLineId, isDone: true }))
  const page = await guest.get(orderUrl(id))
  expect(textOf(page.text)).toContain('已好 1 道，還有 1 道在做 2 道')
  expect(page.text).toContain('data-w="50"')
})

test('complaint 55: a stranger gets 404 everywhere, and not a word of what is in the order', async () => {
  const { guest, id } = await anOrder()
  const stranger = site.client()
  const urls = [orderUrl(id), paths.orderStream.href({ id }), offUrl(id), paths.orderPayment.href({ id })]
  for (const url of urls) {
    const answer = await stranger.get(url)
    expect([url, answer.status]).toEqual([url, 404])
    expect(answer.text).not.toMatch(/林小姐|0912|小黃瓜/)
  }
  for (const url of [offUrl(id), paths.orderPayment.href({ id }), paths.orderAgain.href({ id })])
    expect((await stranger.post(url)).status).toBe(404)
  expect((await guest.get(orderUrl(newId()))).status).toBe(404)
  expect((await guest.get(orderUrl('not-an-id'))).status).toBe(404)
  expect(await said(guest, id)).not.toContain('作廢')
})

test('R13: until the kitchen starts a guest calls the order off, and is told before what comes back', async () => {
  const { shop, guest, id } = await anOrder({}, { stock: { salad: 5 } })
  await pay(shop, id)
  expect((await guest.get(orderUrl(id))).text).toContain(`href="${offUrl(id)}"`)
  const preview = await guest.panel(offUrl(id))
  expect(preview.text).toMatch(/^<dialog class="sheet"/)
  expect(textOf(preview.text)).toMatch(/取消 001 這張單？ 到櫃檯退現金 請帶著號碼 \$ ?60/)

  const page = await guest.get(offUrl(id))
  expect(page.text).toContain(`<form class="grid gap-2" method="post" action="${offUrl(id)}"`)
  const off = await guest.post(offUrl(id))
  expect([off.status, off.location]).toEqual([303, orderUrl(id)])
  const ended = await said(guest, id)
  expect(ended).toContain('這張單取消了 你取消了這張單。')
  expect(ended).toContain('現金退款')
  expect(ended).toContain('作廢')
  const { totalStock } = await site.db
    .selectFrom('inventory')
    .select('totalStock')
    .where('dishId', '=', shop.salad)
    .executeTakeFirstOrThrow()
  expect(totalStock).toBe(5)
  expect((await guest.post(offUrl(id))).status).toBe(303)
})

test('R13: once the kitchen has started the page says whom to call, and a late yes is refused', async () => {
  const { shop, guest, id } = await anOrder()
  await pay(shop, id)
  await cook(shop, id, 'preparing', later(4))
  expect(await said(guest, id)).toContain('廚房 12:04 已經開始做，這頁不能取消了。請打 02-2393-0087')
  expect((await guest.get(offUrl(id))).location).toBe(orderUrl(id))
  const late = await guest.panel(offUrl(id), {})
  expect(late.status).toBe(422)
  expect(textOf(late.text)).toContain('廚房剛剛開始做了')
})

test('the shop’s own reason is told when it called the order off', async () => {
  const { shop, guest, id } = await anOrder()
  must(await act(site.db, cancelOrder, staff(shop), { orderId: id, cause: '牛筋賣完了' }))
  expect(await said(guest, id)).toMatch(/店家說：牛筋賣完了。 沒有扣款，不用做什麼。/)
})

test('ordering again puts the same dishes in the cart, and says what cannot be had', async () => {
  const { shop, guest, id } = await anOrder()
  const key = newId()
  for (let tap = 0; tap < 2; tap++) {
    const answer = await guest.post(paths.orderAgain.href({ id }), { key })
    expect([answer.status, answer.location]).toEqual([303, cartUrl(shop)])
  }
  expect(textOf((await guest.get(cartUrl(shop))).text)).toContain('合計 1 份')

  await site.db
    .insertInto('inventory')
    .values({ brandId: shop.brandId, id: newId(), storeId: shop.storeId, dishId: shop.salad, isStopped: true })
    .execute()
  const none = await guest.post(paths.orderAgain.href({ id }), { key: newId() })
  expect(textOf((await guest.get(none.location!)).text)).toContain('上次點的今天都沒有了')
})

test('my orders are mine: what is on its way first, then what was, and nobody else’s', async () => {
  const { shop, guest, id } = await anOrder()
  await ordered(site.client(), shop)
  const list = (await guest.get(paths.myOrders.href({}))).text
  expect([...list.matchAll(/href="\/orders\/([\w-]{36})"/g)].map(([, order]) => order)).toEqual([id])
  expect(textOf((await site.client().get(paths.myOrders.href({}))).text)).toContain('還沒有點過')
  await guest.post(offUrl(id))
  expect(textOf((await guest.get(paths.myOrders.href({}))).text)).toMatch(/以前的單 001 小滿麵館 永康店 取消/)
})

test('somebody signed in sees their orders on another device, in their language', async () => {
  const shop = await aNoodleShop(site)
  const { client, accountId } = await signedIn(site)
  const id = await ordered(client, shop)
  const order = await site.db.selectFrom('orders').select('accountId').where('id', '=', id).executeTakeFirstOrThrow()
  expect(order.accountId).toBe(accountId)
  client.lang = 'en'
  expect(textOf((await client.get(paths.myOrders.href({}))).text)).toMatch(
    /Xiaoman Noodles, Yongkang Unpaid 001 Takeaway, about 12:15 NT\$ ?60 Smashed Cucumber/,
  )
})

test('an order at a table is brought, one to be delivered is on its way', async () => {
  const seated = await anOrder({ orderType: 'dine_in', tableLabel: 'A3' })
  expect(await said(seated.guest, seated.id)).toMatch(/A3 桌.*收單.*製作.*做好.*上桌/)
  const far = await anOrder({ orderType: 'delivery', address: '永康街 1 號' })
  expect(await said(far.guest, far.id)).toMatch(/收單.*製作.*外送.*送到.*約 12:35/)
  expect(await said(far.guest, far.id)).toContain('送到時付現 $100')
})

test('R44: an order page takes one round trip for a guest', async () => {
  const { shop, guest, id } = await anOrder()
  await guest.get(menuUrl(shop))
  await add(guest, shop)
  expect(await roundTripsOf(site.pool, () => guest.get(orderUrl(id)))).toHaveLength(1)
})
