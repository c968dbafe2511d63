import type { Page } from '@playwright/test'
import { paths } from '../../src/views/paths'
import { barriersOn } from './support/axe'
import { slugsOf } from './support/by-phone'
import { refusal } from './support/complaints'
import { test as base, expect, sizes } from './support/floor'
import { type LineSite, lineSite } from './support/line-site'
import { shopUrl, take } from './support/meal'
import type { NoodleShop } from './support/shops'
import { say } from './support/words'

// The process with LINE serves all of these journeys; it goes last.
const test = base.extend<object, { there: LineSite }>({
  there: [
    async ({ browserName: _ }, use) => {
      const there = await lineSite()
      await use(there)
      await there.stop()
    },
    { scope: 'worker' },
  ],
})

const withLine = say('auth.oauth.sign_in_with', { name: 'LINE' })
const cartOf = (shop: NoodleShop) => paths.cart.href(slugsOf(shop))
const toRefusal = (shop: NoodleShop) =>
  paths.oauthRefusal.href({ provider: 'line' }, { reason: 'email_known', back: cartOf(shop) })
const toSignIn = (shop: NoodleShop) => paths.signIn.href({}, { back: cartOf(shop) })

/** Presses the button, and there LINE's own page answers. */
async function atLine(guest: Page, answer: 'Allow' | 'Cancel'): Promise<void> {
  await guest.getByRole('button', { name: withLine }).click()
  await guest.getByRole('link', { name: answer }).click()
}

test('a guest with something on the order signs in with LINE: no form, and the order comes along', async ({
  there,
  open,
  shop,
  complaints,
}) => {
  complaints.expect(...refusal)
  there.line.someone = { sub: 'U-peiwen', name: '佩雯 Pei' }
  const guest = await open('phone', { baseURL: there.url })
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await guest.goto(toSignIn(shop))

  await atLine(guest, 'Cancel')
  await expect(guest.getByText(say('auth.oauth.cancelled_body', { name: 'LINE' }))).toBeVisible()
  await guest.getByRole('link', { name: say('auth.back_to_sign_in') }).click()

  await atLine(guest, 'Allow')
  await expect(guest).toHaveURL(there.url + cartOf(shop))
  await expect(guest.locator('#cart-panel')).toContainText('小黃瓜')

  await guest.goto(paths.account.href({}))
  await expect(guest.getByRole('heading', { level: 1, name: '佩雯 Pei' })).toBeVisible()
  const door = guest.getByRole('region', { name: say('account.section.door') })
  await door
    .getByRole('link', { name: say('account.change_what', { act: say('account.unlink'), what: 'LINE' }) })
    .click()
  await door.getByRole('button', { name: say('account.unlink_now', { name: 'LINE' }) }).click()
  await expect(door.getByRole('alert')).toHaveText(say('account.last_way'))

  // Whoever comes back from another phone finds it all there.
  const laptop = await open('desk', { baseURL: there.url })
  await laptop.goto(toSignIn(shop))
  await atLine(laptop, 'Allow')
  await expect(laptop.locator('#cart-panel')).toContainText('小黃瓜')
})

test('without scripts the way to LINE and back is the same', async ({ there, open, shop }) => {
  there.line.someone = { sub: 'U-plain', name: '阿寶' }
  const guest = await open('phone', { baseURL: there.url, javaScriptEnabled: false })
  await guest.goto(toSignIn(shop))
  await atLine(guest, 'Allow')
  await expect(guest).toHaveURL(there.url + cartOf(shop))
})

test('inside LINE nobody sees a sign-in form: the page leads to the shop by itself', async ({ there, open, shop }) => {
  there.line.someone = { sub: 'U-inside', name: '小安' }
  const guest = await open('phone', { baseURL: there.url })
  await guest.goto(paths.liff.href({}, { back: shopUrl(shop) }))
  await expect(guest).toHaveURL(there.url + shopUrl(shop))
  await guest.goto(paths.account.href({}))
  await expect(guest.getByRole('heading', { level: 1, name: '小安' })).toBeVisible()
  await guest.goto(paths.liff.href({}, { back: shopUrl(shop) }))
  await expect(guest).toHaveURL(there.url + shopUrl(shop))
})

const pages = [
  { name: 'sign-in', url: () => paths.signIn.href({}) },
  { name: 'sign-up', url: () => paths.signUp.href({}) },
  { name: 'a refusal', url: toRefusal },
  { name: 'the page inside LINE', url: () => paths.liff.href({}) },
  { name: 'the account, linking', url: () => paths.account.href({}, { edit: 'line' }), isIn: true },
]

for (const locale of ['zh-TW', 'en'])
  for (const { name, url, isIn } of pages)
    test(`${name}, ${locale}, where LINE is offered: nothing in anybody's way`, async ({ there, open, shop }) => {
      const page = await open('phone', { locale, baseURL: there.url, ...(isIn && { as: 'staff' }) })
      // It stands still to be looked at.
      await page.route('**/static/liff*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
      const answer = await page.goto(url(shop))
      expect(answer!.status()).toBe(200)
      expect.soft(await barriersOn(page), 'on a phone').toEqual([])
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect.soft(await page.evaluate(sideways), 'pixels that stick out of a phone').toBe(0)
      await page.setViewportSize(sizes.desk.viewport)
      expect.soft(await barriersOn(page), 'at a desk').toEqual([])
    })
