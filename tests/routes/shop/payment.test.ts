import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { drain } from '../../support/outbox'
import { openSite, type Site } from '../../support/site'
import {
  add,
  aNoodleShop,
  cartUrl,
  checkoutUrl,
  later,
  menuUrl,
  type NoodleShop,
  orderForm,
  textOf,
} from './a-noodle-shop'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const local = (url: string | null) => new URL(url ?? '', 'http://shop.test')

/** A guest who has gone to the bank's page with one salad: where that is, and which order it pays. */
async function atTheBank(stock = 5): Promise<{ shop: NoodleShop; guest: Client; bank: string; id: string }> {
  const shop = await aNoodleShop(site, { stock: { salad: stock } })
  const guest = site.client()
  await add(guest, shop)
  const answer = await guest.post(checkoutUrl(shop), orderForm({ paymentMethod: 'online' }))
  const { id } = await site.db
    .selectFrom('orders')
    .select('id')
    .where('storeId', '=', shop.storeId)
    .executeTakeFirstOrThrow()
  return { shop, guest, bank: local(answer.location).pathname, id }
}

/** Chooses at the bank and comes back by its redirect; gives the page that the way ends on. */
async function choose(guest: Client, bank: string, choice: string) {
  let answer = await guest.post(`${bank}/decision`, { choice })
  let url = ''
  for (let hop = 0; answer.location && hop < 5; hop++) {
    url = local(answer.location).pathname + local(answer.location).search
    answer = await guest.get(url)
  }
  return { url, text: textOf(answer.text), status: answer.status }
}

const orderOf = (id: string) => site.db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const stockOf = async (shop: NoodleShop) =>
  (
    await site.db
      .selectFrom('inventory')
      .select('totalStock')
      .where('dishId', '=', shop.salad)
      .executeTakeFirstOrThrow()
  ).totalStock

test('R20: online leads to the bank; approved leads back to an order with its number', async () => {
  const { guest, bank, id } = await atTheBank()
  expect(bank).toMatch(/^\/demo-gateway\/pay\//)
  expect(await orderOf(id)).toMatchObject({
    fulfilment: 'draft',
    paymentState: 'pending',
    isFinalized: false,
    sequence: null,
  })
  const back = await choose(guest, bank, 'approve')
  expect(back.url).toBe(paths.order.href({ id }))
  expect(back.text).toMatch(/取餐號碼 001 .*已付款/)
  expect(await orderOf(id)).toMatchObject({ paymentState: 'paid', isFinalized: true, sequence: 1 })
})

test('R20: until then the page keeps the dishes visibly, and leads to the bank again', async () => {
  const { shop, guest, bank, id } = await atTheBank()
  const page = await guest.get(paths.order.href({ id }))
  expect(textOf(page.text)).toMatch(/等你付款 菜先幫你留著 10:00 到 12:10 沒有付款/)
  expect(page.text).toMatch(/role="timer"[^>]*data-countdown="\d+"/)
  expect(await stockOf(shop)).toBe(4)
  const again = await guest.post(paths.orderPayment.href({ id }))
  expect([again.status, local(again.location).pathname]).toEqual([303, bank])
})

test('R20: declined gives everything back and returns the guest to the cart with the reason', async () => {
  const { shop, guest, bank, id } = await atTheBank()
  const back = await choose(guest, bank, 'decline')
  expect(back.url).toBe(`${cartUrl(shop)}?why=payment_failed`)
  expect(back.text).toContain('付款沒有完成，菜都還在這裡')
  expect(back.text).toContain('合計 1 份')
  expect(await stockOf(shop)).toBe(5)
  const ended = textOf((await guest.get(paths.order.href({ id }))).text)
  expect(ended).toContain('付款沒有通過。 沒有扣款')
  expect(ended).toContain('回點單，再試一次')
})

test('R20: whoever just goes away finds the hold over, the dishes back in the cart, and nothing charged', async () => {
  const { shop, guest, id } = await atTheBank()
  site.setNow(later(11))
  await drain({ ...site.deps, now: () => later(11) }, { brandId: shop.brandId })
  const page = textOf((await guest.get(paths.order.href({ id }))).text)
  expect(page).toContain('這張單放掉了')
  expect(page).toContain('沒有扣款')
  expect(textOf((await guest.get(cartUrl(shop))).text)).toContain('合計 1 份')
  expect(await stockOf(shop)).toBe(5)
  expect(textOf((await guest.get(menuUrl(shop))).text)).toContain('看點單')
})

test('a return that claims success is not believed: the bank is asked', async () => {
  const { guest, bank, id } = await atTheBank()
  const charge = bank.split('/').at(-1)
  const back = await guest.get(`${paths.orderPayment.href({ id })}?charge=${charge}&status=approved`)
  expect(local(back.location).pathname).toBe(paths.order.href({ id }))
  expect(await orderOf(id)).toMatchObject({ fulfilment: 'draft', paymentState: 'pending' })
})

test('paying what is paid is refused in words', async () => {
  const { guest, bank, id } = await atTheBank()
  await choose(guest, bank, 'approve')
  const again = await guest.post(paths.orderPayment.href({ id }))
  expect(textOf((await guest.get(again.location!)).text)).toContain('已經付過了，不用再付')
})

test('calling off a paid order sends the money back by itself, and the page says how far it is', async () => {
  const { shop, guest, bank, id } = await atTheBank()
  await choose(guest, bank, 'approve')
  expect(textOf((await guest.panel(paths.orderCancellation.href({ id }))).text)).toContain('退回原本的付款方式')
  await guest.post(paths.orderCancellation.href({ id }))
  expect(textOf((await guest.get(paths.order.href({ id }))).text)).toContain('退款處理中')
  await drain(site.deps, { brandId: shop.brandId })
  expect(textOf((await guest.get(paths.order.href({ id }))).text)).toContain('已退，1–3 天入帳')
})
