import { orderBy, paidAtCounter } from './support/by-phone'
import { expect, test } from './support/floor'
import { kitchenUrl } from './support/meal'
import { say } from './support/words'

test('R35: the kitchen loses its stream, says so, and gets back what it missed', async ({
  open,
  shop,
  stranger,
  staff,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/)
  const kitchen = await open('board', { as: 'staff' })
  await kitchen.clock.install()
  await kitchen.goto(kitchenUrl(shop))
  await paidAtCounter(staff, shop, await orderBy(stranger, shop))
  const first = kitchen.getByRole('article', { name: '001' })
  await expect(first).toBeVisible()
  const banner = kitchen.getByRole('alert').filter({ hasText: say('kitchen.stale_advice') })
  await expect(banner).toBeHidden()

  await kitchen.context().setOffline(true)
  await kitchen.clock.fastForward(13_000)
  await expect(banner).toBeVisible()
  await expect(first.getByRole('button')).toHaveCount(0)
  await kitchen.keyboard.press('1')
  await paidAtCounter(staff, shop, await orderBy(stranger, shop))

  await kitchen.context().setOffline(false)
  const second = kitchen.getByRole('article', { name: '002' })
  await expect(second).toBeVisible()
  await expect(banner).toBeHidden()
  await expect(first.getByRole('button', { name: say('kitchen.bump') })).toBeVisible()

  await paidAtCounter(staff, shop, await orderBy(stranger, shop))
  await expect(kitchen.getByRole('article', { name: '003' })).toBeVisible()
  await expect(kitchen.getByRole('article')).toHaveCount(3)
})

test('R35: where no stream comes through, the board asks every 15 seconds and says so', async ({
  open,
  shop,
  stranger,
  staff,
  complaints,
}) => {
  complaints.expect(/stream/, /Failed to fetch/)
  const kitchen = await open('board', { as: 'staff' })
  await kitchen.clock.install()
  await kitchen.route(`**${kitchenUrl(shop)}/stream?*`, (route) => route.abort('connectionfailed'))
  await kitchen.goto(kitchenUrl(shop))
  await expect(kitchen.getByText(say('kitchen.empty_title'))).toBeVisible()

  await paidAtCounter(staff, shop, await orderBy(stranger, shop))
  await kitchen.clock.fastForward(16_000)
  await expect(kitchen.getByRole('article', { name: '001' })).toBeVisible()
  await expect(kitchen.getByText(say('ui.fresh_polling'))).toBeVisible()
  await expect(kitchen.getByRole('button', { name: say('kitchen.bump') })).toBeVisible()
})
