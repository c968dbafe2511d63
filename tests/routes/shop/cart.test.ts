import { beforeAll, expect, test } from 'vitest'
import { stopDish } from '../../../src/domain/inventory/stop-dish'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import { roundTripsOf } from '../../support/round-trips'
import { openSite, type Site } from '../../support/site'
import { act, counted, must, publish, staffCtx } from '../../support/world'
import {
  add,
  aNoodleShop,
  cartUrl,
  dishUrl,
  formOf,
  linesUrl,
  menuUrl,
  type NoodleShop,
  ordered,
  placeOf,
  textOf,
} from './a-noodle-shop'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const bowlOf = (shop: NoodleShop, noodle = 0, extras: number[] = [0]) => ({
  dish: shop.bowl,
  key: newId(),
  [`g-${shop.noodle.id}`]: shop.noodle.optionIds[noodle],
  [`g-${shop.extras.id}`]: extras.map((i) => shop.extras.optionIds[i]!),
})
const lineIds = (html: string) => [...html.matchAll(/cart\/lines\/([\w-]{36})"/g)].map(([, id]) => id!)
const lineUrl = (shop: NoodleShop, line: string) => paths.cartLine.href({ ...placeOf(shop), line })

test('one tap puts a plain dish in the order: its box, the slip and the bar change, nothing else', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const answer = await guest.panel(linesUrl(shop), { dish: shop.salad, key: newId() })
  expect(answer.status).toBe(200)
  expect([...answer.text.matchAll(/<hx-partial hx-target="([^"]+)"/g)].map(([, target]) => target)).toEqual([
    `[data-box=&quot;${shop.salad}&quot;]`,
    '#cart-slip',
    '#cart-bar',
    '#said',
  ])
  expect(textOf(answer.text)).toContain('小黃瓜 加好了，共 1 份')
  expect(answer.headers.get('HX-Trigger')).toBe('close-sheet, cart')
  expect(Buffer.byteLength(answer.text)).toBeLessThan(5_000)
})

test('R6: the same key again adds nothing; another tap adds one more to the same line', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const once = { dish: shop.salad, key: newId() }
  for (const form of [once, once, { ...once, key: newId() }]) await guest.panel(linesUrl(shop), form)
  const page = (await guest.get(cartUrl(shop))).text
  expect(textOf(page)).toContain('合計 2 份')
  expect(new Set(lineIds(page)).size).toBe(1)
})

test('one page’s key serves every box on it: two dishes are two lines', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const key = newId()
  for (const dish of [shop.salad, shop.tea]) await guest.post(linesUrl(shop), { dish, key })
  expect(textOf((await guest.get(cartUrl(shop))).text)).toContain('合計 2 份')
})

test('without scripts a tap leads back to the part of the menu where the dish is', async () => {
  const shop = await aNoodleShop(site)
  const answer = await add(site.client(), shop)
  expect([answer.status, answer.location]).toEqual([303, `${menuUrl(shop)}#c2`])
})

test('a dish with choices opens its sheet as a dialog, and without scripts as a page of its own', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const sheet = await guest.panel(dishUrl(shop, shop.bowl))
  expect(sheet.text).toMatch(/^<dialog class="sheet" aria-labelledby="dish-name"/)
  expect(sheet.text.length).toBeLessThan(9_000)
  const page = await guest.get(dishUrl(shop, shop.bowl))
  expect(page.text).toContain('<html')
  expect(formOf(page.text, 'dish-form').values).toMatchObject({ dish: shop.bowl, quantity: '1' })
  expect(textOf(page.text)).toMatch(/刀削麵 \+ ?\$ ?10/)
})

test('R1: options and amounts are reckoned by the server', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.post(linesUrl(shop), { ...bowlOf(shop, 1, [0, 2]), quantity: 2 })
  expect(textOf((await guest.get(cartUrl(shop))).text)).toMatch(/牛肉麵 刀削麵、滷蛋、燙青菜 \$ ?480/)
})

test('a required choice that is missing is marked where it is, named at the foot, and nothing chosen is lost', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const chosen = { ...bowlOf(shop), [`g-${shop.noodle.id}`]: undefined, note: '蔥多一點', quantity: 3 }
  const headers = { 'HX-Request': 'true', 'HX-Request-Type': 'partial', 'HX-Target': 'div#dish-panel' }
  const answer = await guest.post(linesUrl(shop), chosen, headers)
  expect(answer.status).toBe(422)
  expect(answer.text).toMatch(/^<div class="contents" id="dish-panel"/)
  expect(textOf(answer.text)).toContain('還沒選麵條。選一個，廚房才能開始做。')
  expect(textOf(answer.text)).toContain('還差 1 項： 麵條')
  expect(answer.text).toMatch(/<fieldset class="group has-error" id="g-/)
  expect(answer.text).toContain('蔥多一點')
  expect(answer.text).toMatch(new RegExp(`value="${shop.extras.optionIds[0]}" checked`))
  expect(answer.text).toMatch(/name="quantity"[^>]*value="3"/)
  expect((await guest.get(menuUrl(shop))).text).not.toContain('已點')
})

test('more than a group allows is refused with the number', async () => {
  const shop = await aNoodleShop(site)
  const answer = await site.client().post(linesUrl(shop), bowlOf(shop, 0, [0, 1, 2]))
  expect(answer.status).toBe(422)
  expect(textOf(answer.text)).toContain('加料最多 2 項，現在 3 項，請拿掉一些。')
})

test('an option of another dish, a quantity of a million and a note of a novel are refused', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  const foreign = await guest.post(linesUrl(shop), {
    dish: shop.salad,
    [`g-${shop.noodle.id}`]: shop.noodle.optionIds[0],
  })
  const million = await guest.post(linesUrl(shop), { dish: shop.salad, quantity: 1_000_000 })
  const novel = await guest.post(linesUrl(shop), { dish: shop.salad, note: '蔥'.repeat(300) })
  expect([foreign, million, novel].map(({ status }) => status)).toEqual([422, 422, 422])
  expect(textOf(million.text)).toContain('份數要在 1 到 99 之間')
})

test('the box with a number opens what was ordered; changing it there changes the line', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.post(linesUrl(shop), bowlOf(shop))
  const href = /class="box has-some" href="([^"]+)"/.exec((await guest.get(menuUrl(shop))).text)?.[1] ?? ''
  const sheet = await guest.panel(href)
  expect(textOf(sheet.text)).toContain('更新點單')
  expect(sheet.text).toMatch(new RegExp(`value="${shop.extras.optionIds[0]}" checked`))

  const line = new URL(href, 'http://x').searchParams.get('line')!
  const changed = await guest.panel(lineUrl(shop, line), { ...bowlOf(shop, 1, []), quantity: 2 })
  expect(changed.status).toBe(200)
  expect(textOf((await guest.get(cartUrl(shop))).text)).toMatch(/牛肉麵 刀削麵 \$ ?380/)
})

test('two different bowls are two lines, and the sheet lists both', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.post(linesUrl(shop), bowlOf(shop, 0, []))
  await guest.post(linesUrl(shop), bowlOf(shop, 1, []))
  expect(textOf((await guest.panel(dishUrl(shop, shop.bowl))).text)).toMatch(/已經點的 1 細麵 改 1 刀削麵 改/)
})

test('one more, one less, none: with and without scripts', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await add(guest, shop)
  const [line] = lineIds((await guest.get(cartUrl(shop))).text)
  const more = await guest.panel(lineUrl(shop, line!), { quantity: 2 })
  expect(textOf(more.text)).toContain('合計 2 份')
  expect(more.text).toMatch(/^<section id="cart-panel"/)
  const none = await guest.post(lineUrl(shop, line!), { quantity: 0 })
  expect([none.status, none.location]).toEqual([303, cartUrl(shop)])
  expect(textOf((await guest.get(cartUrl(shop))).text)).toContain('盤子還是空的')
})

test('R25: what sold out while it lay in the cart is named there, with the way out', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.post(linesUrl(shop), { dish: shop.salad, quantity: 3 })
  await counted(site.db, shop, shop.salad, 2)
  const few = textOf((await guest.get(cartUrl(shop))).text)
  expect(few).toMatch(/小黃瓜 只剩 2 份.*改成 2 份/)
  expect(few).not.toContain('去結帳')

  must(await act(site.db, stopDish, staffCtx(shop), { dishId: shop.salad, isStopped: true }))
  expect(textOf((await guest.get(cartUrl(shop))).text)).toMatch(/小黃瓜 賣完了 拿掉/)
})

test('R11: a price that rose since is said beside the line; one that fell is passed on', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await add(guest, shop)
  await add(guest, shop, 'tea')
  await site.db.updateTable('dish').set({ basePrice: 65 }).where('id', '=', shop.salad).execute()
  await site.db.updateTable('dish').set({ basePrice: 25 }).where('id', '=', shop.tea).execute()
  await publish(site.db, shop)
  const page = textOf((await guest.get(cartUrl(shop))).text)
  expect(page).toContain('每份漲 $5')
  expect(page).toContain('每份降 $5')
  expect(page).toMatch(/合計 2 份 \$ ?90/)
})

test('the way it is had changes what is charged; a way that is not offered is refused', async () => {
  const shop = await aNoodleShop(site, { store: { takesDineIn: false } })
  const guest = site.client()
  await add(guest, shop)
  const url = paths.cartOrderType.href(placeOf(shop))
  expect(textOf((await guest.panel(url, { orderType: 'delivery' })).text)).toMatch(/外送費 \$ ?40.*合計 1 份 \$ ?100/)
  expect((await guest.panel(url, { orderType: 'dine_in' })).status).toBe(422)
  const plain = await guest.post(url, { orderType: 'takeout' })
  expect([plain.status, plain.location]).toEqual([303, menuUrl(shop)])
  expect((await guest.get(menuUrl(shop))).text).toMatch(/value="dine_in" disabled/)
})

test('another guest’s line cannot be changed', async () => {
  const shop = await aNoodleShop(site)
  const [guest, stranger] = [site.client(), site.client()]
  await add(guest, shop)
  const [line] = lineIds((await guest.get(cartUrl(shop))).text)
  expect((await stranger.panel(lineUrl(shop, line!), { quantity: 9 })).status).toBe(422)
  expect(textOf((await guest.get(cartUrl(shop))).text)).toContain('合計 1 份')
})

test('R44: adding a dish takes one look and one write', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.get(menuUrl(shop))
  const sent = await roundTripsOf(site.pool, () => guest.panel(linesUrl(shop), { dish: shop.salad, key: newId() }))
  expect(sent.filter((text) => !/^(begin|commit)/i.test(text))).toHaveLength(2)
})

test('an empty plate offers what was ordered here last time, at today’s prices', async () => {
  const shop = await aNoodleShop(site)
  const guest = site.client()
  await guest.post(linesUrl(shop), bowlOf(shop, 1, [0]))
  await ordered(guest, shop)
  await site.db.updateTable('dish').set({ basePrice: 65 }).where('id', '=', shop.salad).execute()
  await publish(site.db, shop)
  const page = (await guest.get(cartUrl(shop))).text
  expect(textOf(page)).toMatch(/上次點的 牛肉麵 刀削麵、滷蛋 \$ ?205 小黃瓜 每份漲 \$5 \$ ?65 照上次再點一次 \$ ?270/)

  const again = [...page.matchAll(/name="g-again" value="([^"]+)"/g)].map(([, id]) => id!)
  await guest.post(linesUrl(shop), { dish: shop.bowl, 'g-again': again, key: newId() })
  expect(textOf((await guest.get(cartUrl(shop))).text)).toMatch(/牛肉麵 刀削麵、滷蛋 \$ ?205/)
  expect(textOf((await site.client().get(cartUrl(shop))).text)).not.toContain('上次點的')
})
