import { paths } from '../../src/views/paths'
import { slugsOf } from './support/by-phone'
import { test as base, expect } from './support/floor'
import { counterUrl, goToCheckout, kitchenUrl, numberOn, payHow, shopUrl, take } from './support/meal'
import { type SecondProcess, secondProcess } from './support/second-process'
import { say } from './support/words'

const test = base.extend<{ other: SecondProcess }>({
  other: async ({ browserName: _ }, use) => {
    const other = await secondProcess()
    await use(other)
    await other.stop()
  },
})

// `other` comes first: it goes last, when no page listens to it any more.
test('R40: what is done on one process reaches the pages that are open on another', async ({
  other,
  guest,
  open,
  shop,
}) => {
  const counter = await open('tablet', { as: 'staff', baseURL: other.url })
  const kitchen = await open('board', { as: 'staff', baseURL: other.url })
  await counter.goto(counterUrl(shop))
  await kitchen.goto(kitchenUrl(shop))

  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await goToCheckout(guest)
  await payHow(guest, 'cash')
  await guest.getByRole('button', { name: say('shop.checkout.go_cash') }).tap()
  const number = await numberOn(guest)
  await counter
    .getByRole('article', { name: number })
    .getByRole('link', { name: say('counter.act.collect') })
    .click()
  await counter.getByRole('button', { name: say('counter.pay.done') }).click()

  await expect(guest.getByRole('heading', { name: say('shop.order.accepted_title') })).toBeVisible()
  await kitchen
    .getByRole('article', { name: number })
    .getByRole('button', { name: say('kitchen.bump') })
    .click()
  await expect(guest.getByRole('heading', { name: say('shop.order.ready_title_takeout') })).toBeVisible()

  const looker = await open('phone')
  await looker.goto(shopUrl(shop))
  await counter.goto(paths.counterStock.href(slugsOf(shop)))
  await counter.getByRole('switch', { name: say('counter.stock.switch', { name: '紅茶' }) }).click()
  await expect(looker.locator('.dish', { hasText: '紅茶' })).toContainText(say('shop.menu.sold_out'))
})
