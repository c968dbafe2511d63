import { paths } from '../../src/views/paths'
import { slugsOf } from './support/by-phone'
import { refusal } from './support/complaints'
import { expect, test } from './support/floor'
import { goToCheckout, payHow, shopUrl, take } from './support/meal'
import { say } from './support/words'

test('sold out while in the cart: the open menu shows it, checkout names it, and the rest is ordered without it', async ({
  guest,
  open,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await take(guest, '紅茶')
  const looker = await open('phone')
  await looker.goto(shopUrl(shop))
  await goToCheckout(guest)
  await payHow(guest, 'cash')

  const counter = await open('tablet', { as: 'staff' })
  await counter.goto(paths.counterStock.href(slugsOf(shop)))
  await counter.getByRole('switch', { name: say('counter.stock.switch', { name: '小黃瓜' }) }).click()
  await expect(counter.getByRole('listitem').filter({ hasText: '小黃瓜' })).toContainText(say('counter.stock.stopped'))

  const dish = looker.locator('.dish', { hasText: '小黃瓜' })
  await expect(dish).toContainText(say('shop.menu.sold_out'))
  await expect(dish.getByLabel(say('shop.menu.add', { name: '小黃瓜' }))).toHaveCount(0)

  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const warning = guest.getByRole('alert').filter({ hasText: say('shop.checkout.lost_lines', { list: '小黃瓜' }) })
  await expect(warning).toBeFocused()
  await expect(warning).toBeInViewport({ ratio: 1 })
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('陳小姐')
  await guest.getByRole('button', { name: say('shop.checkout.go_without') }).tap()

  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
  await expect(guest.locator('#bill')).toContainText('紅茶')
  await expect(guest.locator('#bill')).not.toContainText('小黃瓜')
})
