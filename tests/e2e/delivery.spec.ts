import { expect, test } from './support/floor'
import { dispatchUrl, goToCheckout, kitchenUrl, numberOn, shopUrl, take } from './support/meal'
import { say } from './support/words'

test('a meal goes to the door: cooked, taken by a driver, paid there, and the guest sees every step', async ({
  guest,
  open,
  shop,
}) => {
  const kitchen = await open('board', { as: 'staff' })
  const driver = await open('phone', { as: 'staff' })
  await kitchen.goto(kitchenUrl(shop))
  await driver.goto(dispatchUrl(shop))

  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await goToCheckout(guest)
  await guest.locator('label', { hasText: say('orders.type.delivery') }).tap()
  await guest.getByLabel(say('shop.checkout.address')).fill('台北市大安區永康街 31 巷 4 號 5 樓')
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('陳小姐')
  await guest.getByRole('radio', { name: say('shop.checkout.cash_at_door') }).check()
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const number = await numberOn(guest)
  await expect(guest.locator('#bill')).toContainText(say('shop.bill.delivery_fee'))

  const slip = driver.getByRole('article', { name: number })
  await expect(slip).toContainText('永康街 31 巷')
  await slip.getByLabel(say('dispatch.driver')).fill('小王')
  await slip.getByRole('button', { name: say('dispatch.assign') }).tap()
  await expect(slip.getByRole('button', { name: say('dispatch.pick_up') })).toBeVisible()
  await kitchen
    .getByRole('article', { name: number })
    .getByRole('button', { name: say('kitchen.bump') })
    .click()
  await expect(guest.getByRole('heading', { name: say('shop.order.rider_title') })).toBeVisible()

  await expect(slip).toContainText(say('dispatch.ready'))
  await slip.getByRole('button', { name: say('dispatch.pick_up') }).tap()
  await expect(guest.getByRole('heading', { name: say('shop.order.delivering_title') })).toBeVisible()
  await slip.getByRole('button', { name: say('dispatch.collect_and_deliver') }).tap()
  await expect(slip).toBeHidden()
  await expect(guest.getByRole('heading', { name: say('shop.order.completed_delivery_title') })).toBeVisible()
  await expect(guest.getByText(say('shop.order.stamp_paid'))).toBeVisible()
})
