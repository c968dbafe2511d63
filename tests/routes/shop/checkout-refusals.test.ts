import { beforeAll, expect, test } from 'vitest'
import { stopDish } from '../../../src/domain/inventory/stop-dish'
import { openSite, type Site } from '../../support/site'
import { act, counted, must, publish, staffCtx } from '../../support/world'
import { add, aFullCart, cartUrl, checkoutUrl, formOf, later, orderForm, ordersOf, textOf } from './a-noodle-shop'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

test('R11: a price that rose after the page was opened is shown and asked about before anything is placed', async () => {
  const { shop, guest } = await aFullCart(site)
  const { values } = formOf((await guest.get(checkoutUrl(shop))).text, 'form')
  await site.db.updateTable('dish').set({ basePrice: 65 }).where('id', '=', shop.salad).execute()
  await publish(site.db, shop)

  const asked = await guest.post(checkoutUrl(shop), { ...values, ...orderForm({ key: values.key! }) })
  expect(asked.status).toBe(422)
  expect(textOf(asked.text)).toContain('合計從 $60 變成 $65')
  expect(await ordersOf(site, shop)).toEqual([])
  const yes = formOf(asked.text, 'form').values
  expect(yes).toMatchObject({ acceptedTotal: '65', key: values.key })
  expect((await guest.post(checkoutUrl(shop), yes)).status).toBe(303)
})

test('a dish that left the menu is named, and the rest goes on with a yes', async () => {
  const { shop, guest } = await aFullCart(site)
  await add(guest, shop, 'tea')
  const { values } = formOf((await guest.get(checkoutUrl(shop))).text, 'form')
  await site.db.deleteFrom('menuItem').where('dishId', '=', shop.tea).execute()
  await publish(site.db, shop)
  const asked = await guest.post(checkoutUrl(shop), { ...values, ...orderForm({ key: values.key! }) })
  expect(asked.status).toBe(422)
  expect(textOf(asked.text)).toContain('紅茶不能點了')
  expect(textOf(asked.text)).toContain('不含賣完的，送出')
  expect((await guest.post(checkoutUrl(shop), formOf(asked.text, 'form').values)).status).toBe(303)
  expect(await ordersOf(site, shop)).toMatchObject([{ total: 60 }])
})

test('complaint 2: the last portion went while the page was open: nothing is taken, the dish is named, the way out is there', async () => {
  const { shop, guest } = await aFullCart(site)
  await counted(site.db, shop, shop.salad, 0)
  const answer = await guest.post(checkoutUrl(shop), orderForm())
  expect(answer.status).toBe(422)
  expect(textOf(answer.text)).toContain('剛剛賣完：小黃瓜。')
  expect(answer.text).toContain(`href="${cartUrl(shop)}"`)
  expect(await ordersOf(site, shop)).toEqual([])
})

test('what must be changed first sends the reader from checkout to the cart', async () => {
  const { shop, guest } = await aFullCart(site)
  must(await act(site.db, stopDish, staffCtx(shop), { dishId: shop.salad, isStopped: true }))
  const answer = await guest.get(checkoutUrl(shop))
  expect([answer.status, answer.location]).toEqual([303, cartUrl(shop)])
  expect((await site.client().get(checkoutUrl(shop))).location).toBe(cartUrl(shop))
})

test('R3: a store that closed meanwhile takes nothing and names the rule; the page offers no button', async () => {
  const { shop, guest } = await aFullCart(site)
  await site.db
    .updateTable('storeHours')
    .set({ opensMinute: 1080, closesMinute: 1300 })
    .where('storeId', '=', shop.storeId)
    .execute()
  const answer = await guest.post(checkoutUrl(shop), orderForm())
  expect(answer.status).toBe(422)
  expect(textOf(answer.text)).toContain('現在不能點：還沒開門，18:00 開始')
  expect(answer.text).toMatch(/<button class="btn btn-primary btn-lg" type="submit" form="form" disabled/)
})

test('R3: a pause is named with the shop’s own reason', async () => {
  const { shop, guest } = await aFullCart(site, { store: { pausedUntil: later(20), pauseReason: '爐子壞了' } })
  const answer = await guest.post(checkoutUrl(shop), orderForm())
  expect(textOf(answer.text)).toContain('爐子壞了')
})

test('complaint 33: below the delivery minimum adding is free, sending says what is missing', async () => {
  const { shop, guest } = await aFullCart(site, { store: { deliveryMinimum: 200 } })
  const answer = await guest.post(checkoutUrl(shop), orderForm({ orderType: 'delivery', address: '永康街 1 號' }))
  expect(answer.status).toBe(422)
  expect(textOf(answer.text)).toContain('外送滿 $200 才送，還差 $140。')
})
