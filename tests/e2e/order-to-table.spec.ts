import { expect, test } from './support/floor'
import { goToCheckout, numberOn, payHow, take, takeAsking } from './support/meal'
import { say, saying } from './support/words'

test('a meal from a thumb to the table: ordered, paid in cash, cooked, handed over', async ({ guest, open }) => {
  const counter = await open('tablet', { as: 'staff' })
  const kitchen = await open('board', { as: 'staff' })
  await counter.goto('/counter/xiaoman/yongkang')
  await kitchen.goto('/kitchen/xiaoman/yongkang')

  await guest.goto('/xiaoman/yongkang')
  await takeAsking(guest, '榨菜肉絲麵', ['寬麵'])
  await take(guest, '燙青菜')
  await goToCheckout(guest)
  await payHow(guest, 'cash')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  await expect(guest.getByRole('heading', { name: say('shop.order.unpaid_title') })).toBeVisible()
  const number = await numberOn(guest)

  const slip = counter.getByRole('article', { name: number })
  await expect(slip).toBeVisible()
  await expect(counter.locator('.order-slip.is-ringing').filter({ hasText: number })).toBeVisible()
  await expect(counter.getByLabel(saying('counter.new_orders'))).toBeVisible()
  await slip.getByRole('link', { name: say('counter.act.collect') }).click()
  await counter.getByRole('button', { name: '500', exact: true }).click()
  await expect(counter.locator('[data-large=change] [data-amount]')).toHaveText('355')
  await counter.getByRole('button', { name: say('counter.pay.done') }).click()
  await expect(counter.getByText(say('counter.pay.stamp'))).toBeVisible()
  await expect(guest.getByRole('heading', { name: say('shop.order.accepted_title') })).toBeVisible()

  const hot = kitchen.getByRole('article').filter({ hasText: number }).filter({ hasText: '榨菜肉絲麵' })
  const cold = kitchen.getByRole('article').filter({ hasText: number }).filter({ hasText: '燙青菜' })
  await expect(hot).toContainText('寬麵')
  const plated = hot.getByRole('button', { name: say('kitchen.line_done', { quantity: 1, name: '榨菜肉絲麵' }) })
  await plated.click()
  await expect(plated).toHaveAttribute('aria-pressed', 'true')
  await expect(guest.getByRole('heading', { name: say('shop.order.preparing_title') })).toBeVisible()

  const keyOf = (ticket: typeof hot) => ticket.locator('[data-bump]').getAttribute('data-bump')
  const [first, last] = [await keyOf(hot), await keyOf(cold)].sort()
  await kitchen.keyboard.press(last!)
  await kitchen.keyboard.press(first!)
  await expect(hot).toBeHidden()
  await expect(cold).toBeHidden()

  await expect(guest.getByRole('heading', { name: say('shop.order.ready_title_takeout') })).toBeVisible()
  await counter
    .getByRole('link', { name: say('counter.back_to_queue') })
    .last()
    .click()
  await slip.getByRole('button', { name: say('counter.act.taken') }).click()
  await expect(slip).toBeHidden()
  await expect(guest.getByRole('heading', { name: say('shop.order.completed_takeout_title') })).toBeVisible()
})
