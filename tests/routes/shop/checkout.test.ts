import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import {
  add,
  aFullCart,
  aNoodleShop,
  cartUrl,
  checkoutUrl,
  dishUrl,
  formOf,
  menuUrl,
  orderForm,
  ordersOf,
  textOf,
} from './a-noodle-shop'
import { signedIn } from './signed-in'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

test.each(['zh-Hant', 'en'] as const)(
  'a meal is ordered without scripts, from menu to number, with forms alone (%s)',
  async (lang) => {
    const shop = await aNoodleShop(site)
    const guest = site.client()
    guest.lang = lang
    const menu = await guest.get(menuUrl(shop))
    const box = formOf(menu.text, 'add')
    await guest.post(box.action, { ...box.values, dish: shop.salad })

    const dish = formOf((await guest.get(dishUrl(shop, shop.bowl))).text, 'dish-form')
    await guest.post(dish.action, { ...dish.values, [`g-${shop.noodle.id}`]: shop.noodle.optionIds[1]! })

    const page = formOf((await guest.get(checkoutUrl(shop))).text, 'form')
    expect(page.values).toMatchObject({ orderType: 'takeout', paymentMethod: 'online', acceptedTotal: '250' })
    const who = { contactName: 'Jonas', contactPhone: '0912345678', paymentMethod: 'cash' }
    const placed = await guest.post(page.action, { ...page.values, ...who })
    expect(placed.status).toBe(303)

    const order = textOf((await guest.get(placed.location!)).text)
    expect(order).toContain('001')
    expect(order).toContain(lang === 'en' ? 'Please pay at the counter' : '請先到櫃檯付款')
    expect(order).toContain(lang === 'en' ? 'Beef Noodles' : '牛肉麵')
    expect(await ordersOf(site, shop)).toMatchObject([{ total: 250, contactName: 'Jonas', lang }])
    expect(textOf((await guest.get(cartUrl(shop))).text)).toContain(
      lang === 'en' ? 'Your plate is still empty' : '盤子還是空的',
    )
  },
)

test('R6: a double tap gives one order, and both taps lead to it', async () => {
  const { shop, guest } = await aFullCart(site)
  const form = orderForm()
  const answers = await Promise.all([guest.panel(checkoutUrl(shop), form), guest.panel(checkoutUrl(shop), form)])
  const [first, second] = answers.map(({ location }) => location)
  expect(first).toMatch(/^\/orders\//)
  expect(second).toBe(first)
  expect(await ordersOf(site, shop)).toHaveLength(1)
})

test('what was typed is kept, the key too, and the phone says how many digits are missing', async () => {
  const { shop, guest } = await aFullCart(site)
  const form = orderForm({ contactPhone: '0912 345 67', note: '不要蔥' })
  const answer = await guest.panel(checkoutUrl(shop), form)
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/^<div id="checkout-panel"/)
  expect(textOf(answer.text)).toContain('少 1 碼：手機是 10 碼，09 開頭，現在 9 碼。')
  const { values } = formOf(answer.text, 'form')
  expect(values).toMatchObject({
    key: form.key,
    contactName: '林小姐',
    contactPhone: '0912 345 67',
    note: '不要蔥',
    paymentMethod: 'cash',
  })
  expect(answer.text).toMatch(/id="f-contactPhone"[^>]*aria-describedby="e-contactPhone" aria-invalid="true"/)
  expect(await ordersOf(site, shop)).toEqual([])

  const mended = await guest.post(checkoutUrl(shop), { ...values, contactPhone: '0912 345 678' })
  expect(mended.status).toBe(303)
})

test.each([
  ['a name', { contactName: ' ' }, 'contactName', '請留個稱呼'],
  ['a phone', { contactPhone: '' }, 'contactPhone', '請留手機'],
  ['a phone that is one', { contactPhone: 'abc' }, 'contactPhone', '看不出是手機'],
  ['a shorter phone', { contactPhone: '0912 345 6789' }, 'contactPhone', '多 1 碼'],
  ['an address to deliver to', { orderType: 'delivery' }, 'address', '要送到哪裡'],
])('a guest is asked for %s where it is missing', async (_what, typed, field, words) => {
  const { shop, guest } = await aFullCart(site)
  const answer = await guest.post(checkoutUrl(shop), orderForm(typed))
  expect(answer.status).toBe(422)
  expect(textOf(answer.text)).toContain(words)
  expect(answer.text).toMatch(new RegExp(`id="f-${field}"[^>]*aria-invalid="true"`))
  expect(answer.text).toMatch(new RegExp(`id="e-${field}"`))
})

test.each(['+886 912 345 678', '02-2393-0087'])('a number like %s is fine', async (contactPhone) => {
  const { shop, guest } = await aFullCart(site)
  expect((await guest.post(checkoutUrl(shop), orderForm({ contactPhone }))).status).toBe(303)
})

test('changing the way it is had asks for other fields, charges otherwise and keeps what was typed', async () => {
  const { shop, guest } = await aFullCart(site)
  const form = orderForm({ orderType: 'delivery', intent: 'look' })
  const looked = await guest.panel(checkoutUrl(shop), form)
  expect(looked.status).toBe(200)
  expect(looked.text).toContain('id="f-address"')
  expect(textOf(looked.text)).toMatch(/外送費 \$ ?40 .*合計 \$ ?100/)
  expect(formOf(looked.text, 'form').values).toMatchObject({
    key: form.key,
    contactName: '林小姐',
    acceptedTotal: '100',
  })
  const seated = await guest.panel(checkoutUrl(shop), { ...form, orderType: 'dine_in' })
  expect(seated.text).toContain('id="f-tableLabel"')
})

test('a guest at a table needs to leave neither name nor phone', async () => {
  const { shop, guest } = await aFullCart(site)
  const answer = await guest.post(
    checkoutUrl(shop),
    orderForm({ orderType: 'dine_in', tableLabel: 'A3', contactName: '', contactPhone: '' }),
  )
  expect(textOf((await guest.get(answer.location!)).text)).toContain('A3 桌')
})

test('somebody signed in finds name and phone filled in', async () => {
  const shop = await aNoodleShop(site)
  const { client } = await signedIn(site, { name: '林佩雯', phone: '+886912345678' })
  await add(client, shop)
  const { values } = formOf((await client.get(checkoutUrl(shop))).text, 'form')
  expect(values).toMatchObject({ contactName: '林佩雯', contactPhone: '0912 345 678' })
})

test('only the ways the store takes are offered', async () => {
  const { shop, guest } = await aFullCart(site, { store: { takesOnline: false, takesDelivery: false } })
  const page = (await guest.get(checkoutUrl(shop))).text
  expect(page).not.toContain('value="online"')
  expect(page).toMatch(/value="delivery" disabled/)
  expect((await guest.post(checkoutUrl(shop), orderForm({ paymentMethod: 'online' }))).status).toBe(422)
})

test('the same key from another browser is no way into a stranger’s order', async () => {
  const { shop, guest } = await aFullCart(site)
  const form = orderForm()
  const mine = await guest.post(checkoutUrl(shop), form)
  const stranger = site.client()
  await add(stranger, shop)
  const theirs = await stranger.post(checkoutUrl(shop), form)
  expect(theirs.status).toBe(422)
  expect(theirs.text).not.toContain(mine.location!.split('/').at(-1))
})

test('a post without a key, or with nonsense in it, is refused without losing what was typed', async () => {
  const { shop, guest } = await aFullCart(site)
  const answer = await guest.post(checkoutUrl(shop), { contactName: '林小姐', orderType: 'teleport' })
  expect(answer.status).toBe(422)
  expect(formOf(answer.text, 'form').values.contactName).toBe('林小姐')
  const long = await guest.post(checkoutUrl(shop), orderForm({ contactName: '林'.repeat(90) }))
  expect(textOf(long.text)).toContain('最多 80 個字')
})

test('R44: placing an order takes at most eight round trips, fragment and all', async () => {
  const { shop, guest } = await aFullCart(site)
  const sent = await roundTripsOf(site.pool, () => guest.panel(checkoutUrl(shop), orderForm({ key: newId() })))
  expect(sent.length).toBeLessThanOrEqual(8)
})

test('R44: the checkout asks twice side by side, and first who is there', async () => {
  const shop = await aNoodleShop(site)
  const { client } = await signedIn(site, { name: '林佩雯', phone: '+886912345679' })
  await add(client, shop)
  expect(await roundTripsOf(site.pool, () => client.get(checkoutUrl(shop)))).toHaveLength(3)
})
