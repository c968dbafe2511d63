import { orderBy, paidAtCounter } from './support/by-phone'
import { refusal } from './support/complaints'
import { expect, test } from './support/floor'
import { counterUrl, goToCheckout, payHow, shopUrl, take } from './support/meal'
import { aNoodleShop } from './support/shops'
import { say, saying } from './support/words'

test('a new order is told how long it takes; too little money is refused and what was typed stays', async ({
  open,
  db,
  stranger,
  complaints,
}) => {
  complaints.expect(...refusal)
  const shop = await aNoodleShop(db, { autoAccept: false })
  const counter = await open('tablet', { as: 'staff' })
  await counter.goto(counterUrl(shop))
  const order = await orderBy(stranger, shop)
  const guest = await open('phone', { storageState: order.state })
  await guest.goto(order.url)
  await expect(guest.getByRole('heading', { name: say('shop.order.waiting_title') })).toBeVisible()

  const slip = counter.getByRole('article', { name: '001' })
  await slip.getByRole('button', { name: say('counter.later') }).click()
  await slip.getByRole('button', { name: say('counter.act.accept') }).click()
  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()

  await slip.getByRole('link', { name: say('counter.act.collect') }).click()
  for (const key of ['5', '0']) await counter.getByRole('button', { name: key, exact: true }).click()
  const tendered = counter.getByLabel(say('counter.pay.tendered'))
  await expect(tendered).toHaveValue('50')
  await expect(counter.locator('[data-large=missing]')).toContainText('10')
  await counter.getByRole('button', { name: say('counter.pay.done') }).click()
  await expect(tendered).toHaveAccessibleDescription(say('counter.pay.problem.too_little', { amount: '$10' }))
  await expect(tendered).toHaveValue('50')

  await tendered.fill('100')
  await counter.keyboard.press('Enter')
  await expect(counter.getByText(say('counter.pay.stamp'))).toBeVisible()
  await expect(counter.locator('main')).toContainText('40')
})

test('a paid order is called off: the counter sees what goes back before it says yes, the guest sees it after', async ({
  open,
  shop,
  stranger,
  staff,
}) => {
  const order = await orderBy(stranger, shop)
  await paidAtCounter(staff, shop, order)
  const guest = await open('phone', { storageState: order.state })
  await guest.goto(order.url)
  const counter = await open('tablet', { as: 'staff' })
  await counter.goto(counterUrl(shop))

  await counter.keyboard.press('/')
  await counter.keyboard.type('王先')
  await counter.locator('#found').getByRole('link', { name: '001' }).click()
  await counter.getByRole('link', { name: say('counter.act.cancel') }).click()
  await expect(counter.getByText(say('counter.reversal.money_counter', { amount: '$60' }))).toBeVisible()
  await counter.getByText(say('orders.cause.sold_out'), { exact: true }).click()
  await counter.getByRole('button', { name: say('counter.cancel.do_refund', { amount: '$60' }) }).click()

  await expect(guest.getByRole('heading', { name: say('shop.order.cancelled_title') })).toBeVisible()
  await expect(guest.locator('#main').getByRole('status')).toContainText(say('orders.cause.sold_out'))
  await expect(guest.getByRole('heading', { name: say('shop.order.back_to_you') })).toBeVisible()
})

test('ordering pauses while a guest looks: the menu says so, checkout refuses kindly, and opens again', async ({
  guest,
  open,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  const looker = await open('phone')
  await looker.goto(shopUrl(shop))
  await goToCheckout(guest)
  await payHow(guest, 'cash')

  const counter = await open('tablet', { as: 'staff' })
  await counter.goto(counterUrl(shop))
  await counter.getByRole('button', { name: say('counter.pause.title') }).click()
  await counter.getByRole('button', { name: say('counter.minutes', { count: 30 }), exact: true }).click()
  await expect(counter.getByRole('region', { name: say('counter.pause.banner') })).toBeVisible()
  await expect(looker.locator('#opening')).toContainText(saying('shop.opening.paused'))

  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const warning = guest.getByRole('alert').filter({ hasText: say('shop.checkout.closed') })
  await expect(warning).toBeInViewport()
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('陳小姐')

  await counter.getByRole('button', { name: say('counter.pause.resume') }).click()
  await expect(looker.locator('#opening')).toContainText(say('shop.opening.always'))
  await guest.reload()
  await payHow(guest, 'cash')
  await guest.getByLabel(say('shop.checkout.name')).fill('陳小姐')
  await guest.getByLabel(say('shop.checkout.phone')).fill('0928123521')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
})
