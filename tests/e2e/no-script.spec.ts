import { refusal } from './support/complaints'
import { expect, test } from './support/floor'
import { boxOf } from './support/meal'
import { say } from './support/words'

test('without scripts a guest comes from the front door to an order, sees it, and calls it off', async ({
  open,
  complaints,
}) => {
  complaints.expect(...refusal)
  const guest = await open('phone', { javaScriptEnabled: false })
  await guest.goto('/')
  await guest.getByRole('link', { name: '小滿麵館' }).click()
  await guest.getByRole('link', { name: '永康店' }).click()

  await boxOf(guest, '滷豆干').click()
  await expect(guest.getByLabel(say('shop.menu.change', { name: '滷豆干', count: 1 }))).toBeVisible()
  await boxOf(guest, '老北京炸醬麵').click()
  await guest.getByRole('button', { name: say('shop.dish.add') }).click()
  const missing = guest.getByRole('alert').filter({ hasText: say('shop.dish.missing', { count: 1 }) })
  await expect(missing).toContainText('麵條')
  await guest.getByText('細麵', { exact: true }).click()
  await guest.getByLabel(say('shop.dish.note')).fill('麵硬一點')
  await guest.getByRole('button', { name: say('shop.dish.add') }).click()

  await guest.getByRole('link', { name: say('shop.cart.view') }).click()
  await guest.getByRole('button', { name: say('shop.cart.one_more', { name: '滷豆干' }) }).click()
  await expect(guest.getByText('麵硬一點')).toBeVisible()
  await guest.getByRole('link', { name: say('shop.cart.checkout') }).click()

  await guest.getByLabel(say('shop.checkout.name')).fill('李小姐')
  await guest.getByRole('radio', { name: say('shop.checkout.cash') }).check()
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).click()
  const phone = guest.getByLabel(say('shop.checkout.phone'))
  await expect(phone).toHaveAccessibleDescription(say('shop.checkout.phone_missing'))
  await expect(phone).toBeFocused()
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('李小姐')
  await phone.fill('0928123521')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).click()

  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
  await expect(guest.locator('#bill')).toContainText('140')
  await guest.getByRole('link', { name: say('shop.order.refresh') }).click()
  await guest.getByRole('link', { name: say('shop.order.off') }).click()
  await guest.getByRole('button', { name: say('shop.off.yes') }).click()
  await expect(guest.getByRole('heading', { name: say('shop.order.cancelled_title') })).toBeVisible()
  await expect(guest.getByText(say('shop.order.nothing_charged'))).toBeVisible()
})
