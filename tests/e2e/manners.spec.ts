import { refusal } from './support/complaints'
import { expect, test } from './support/floor'
import { boxOf, goToCheckout, payHow, shopUrl, take, takeAsking } from './support/meal'
import { say } from './support/words'

test('complaint 8: a double tap on the last button places one order', async ({ guest, shop, db }) => {
  await guest.goto(shopUrl(shop))
  await take(guest, '紅茶')
  await goToCheckout(guest)
  await payHow(guest, 'cash')
  const box = await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).boundingBox()
  const [x, y] = [box!.x + box!.width / 2, box!.y + box!.height / 2]
  await Promise.all([guest.touchscreen.tap(x, y), guest.touchscreen.tap(x, y)])

  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
  const orders = await db.selectFrom('orders').select('id').where('brandId', '=', shop.brandId).execute()
  expect(orders).toHaveLength(1)
})

test('back and reload are safe: the order stays one order, and the cart is empty behind it', async ({
  guest,
  shop,
  db,
}) => {
  await guest.goto(shopUrl(shop))
  await take(guest, '紅茶')
  await goToCheckout(guest)
  await payHow(guest, 'cash')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const placed = guest.getByRole('heading', { name: say('shop.order.unpaid_title') })
  await expect(placed).toBeVisible()

  await guest.reload()
  await expect(placed).toBeVisible()
  await guest.goBack()
  await expect(guest.getByRole('heading', { name: say('shop.cart.empty_title') })).toBeVisible()
  await guest.goForward()
  await expect(placed).toBeVisible()
  const orders = await db.selectFrom('orders').select('id').where('brandId', '=', shop.brandId).execute()
  expect(orders).toHaveLength(1)
})

test('a phone number too short: the words say what is missing, the focus stands there, and nothing typed is lost', async ({
  guest,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await goToCheckout(guest)
  const phone = guest.getByLabel(say('shop.checkout.phone'))
  await phone.fill('092812')
  await guest.getByLabel(say('shop.checkout.note')).fill('不要塑膠袋')
  await payHow(guest, 'cash')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()

  await expect(phone).toBeFocused()
  await expect(phone).toHaveAccessibleDescription(say('shop.checkout.phone_short', { missing: 4, have: 6 }))
  await expect(phone).toHaveValue('092812')
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('陳小姐')
  await expect(guest.getByLabel(say('shop.checkout.note'))).toHaveValue('不要塑膠袋')
  await expect(guest.getByRole('radio', { name: say('shop.checkout.cash') })).toBeChecked()
})

test('a dish that wants a choice says so in its sheet; the sheet gives the focus back when it closes', async ({
  guest,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  await guest.goto(shopUrl(shop))
  const box = boxOf(guest, '牛肉麵')
  await box.tap()
  const sheet = guest.getByRole('dialog', { name: '牛肉麵' })
  await sheet.getByRole('button', { name: say('shop.dish.add') }).tap()
  const words = say('shop.dish.too_few_single', { name: '麵條', min: 1, chosen: 0 })
  await expect(sheet.getByText(words)).toBeVisible()
  await expect(sheet.getByRole('radio', { name: '細麵' })).toBeFocused()

  await guest.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(box).toBeFocused()
  await takeAsking(guest, '牛肉麵', ['刀削麵'])
  await expect(guest.getByLabel(say('shop.menu.change', { name: '牛肉麵', count: 1 }))).toBeFocused()
  await expect(
    guest.getByRole('status').filter({ hasText: say('shop.cart.added', { name: '牛肉麵', count: 1 }) }),
  ).toHaveCount(1)
})

test('complaint 54: an order by keyboard alone, from the menu to its number', async ({ open, shop }) => {
  const guest = await open('desk')
  const { keyboard } = guest
  const tabTo = async (wanted: ReturnType<typeof boxOf>) => {
    for (let i = 0; i < 60; i++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
  }
  await guest.goto(shopUrl(shop))
  await keyboard.press('Tab')
  await expect(guest.getByRole('link', { name: say('ui.skip') })).toBeFocused()
  await keyboard.press('Enter')
  await tabTo(boxOf(guest, '牛肉麵'))
  await keyboard.press('Enter')
  const sheet = guest.getByRole('dialog', { name: '牛肉麵' })
  await tabTo(sheet.getByRole('radio', { name: '細麵' }))
  await keyboard.press('ArrowRight')
  await expect(sheet.getByRole('radio', { name: '刀削麵' })).toBeChecked()
  await tabTo(sheet.getByRole('button', { name: say('shop.dish.add') }))
  await keyboard.press('Enter')
  await expect(sheet).toBeHidden()

  await tabTo(guest.getByRole('link', { name: say('shop.cart.checkout') }))
  await keyboard.press('Enter')
  await tabTo(guest.getByLabel(say('shop.checkout.name')))
  await keyboard.type('林先生')
  await keyboard.press('Tab')
  await keyboard.type('0928123521')
  await tabTo(guest.getByRole('radio', { name: say('shop.checkout.online') }))
  await keyboard.press('ArrowDown')
  await tabTo(guest.getByRole('button', { name: say('shop.checkout.go_cash') }))
  await keyboard.press('Enter')
  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
})
