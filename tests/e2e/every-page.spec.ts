import type { Page } from '@playwright/test'
import { paths } from '../../src/views/paths'
import { barriersOn } from './support/axe'
import { slugsOf } from './support/by-phone'
import { test as base, expect, sizes } from './support/floor'
import { aHouse, type House } from './support/house'
import type { Look } from './support/look'
import { peopleLooks } from './support/people-looks'

const demo = { brand: 'xiaoman', store: 'yongkang' }
const of = ({ shop }: House) => slugsOf(shop)
const order = (state: keyof House['orders']) => (house: House) => paths.order.href({ id: house.orders[state] })
const openSheet = async (page: Page) => {
  await page.locator('#menu a[data-box]').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

const looks: Look[] = [
  { name: 'the front door', url: () => paths.home.href({}) },
  { name: 'a brand', url: () => paths.brand.href({ brand: 'xiaoman' }) },
  { name: 'a menu', url: () => paths.shop.href(demo) },
  { name: 'a menu of drinks', url: () => paths.shop.href({ brand: 'qingye', store: 'zhongshan' }) },
  { name: 'a search', url: () => paths.shop.href(demo, { q: '牛肉' }) },
  { name: 'a search in vain', url: () => paths.shop.href(demo, { q: 'xyz' }) },
  { name: 'a dish sheet', url: () => paths.shop.href(demo), open: openSheet },
  { name: 'a dish', url: (house) => paths.shopDish.href({ ...of(house), dish: house.shop.noodles }) },
  { name: 'a dish sold out', url: (house) => paths.shopDish.href({ ...of(house), dish: house.shop.tea }) },
  { name: 'an empty cart', url: (house) => paths.cart.href(of(house)) },
  { name: 'a menu with a cart', url: (house) => paths.shop.href(of(house)), as: 'guest' },
  { name: 'a cart', url: (house) => paths.cart.href(of(house)), as: 'guest' },
  { name: 'checkout', url: (house) => paths.checkout.href(of(house)), as: 'guest' },
  { name: 'an order that waits for its money', url: order('draft'), as: 'guest' },
  { name: 'an order to pay at the counter', url: order('placed'), as: 'guest' },
  { name: 'an order paid', url: order('paid'), as: 'guest' },
  { name: 'an order that cooks', url: order('preparing'), as: 'guest' },
  { name: 'an order ready', url: order('ready'), as: 'guest' },
  { name: 'an order on the road', url: order('out_for_delivery'), as: 'guest' },
  { name: 'an order done', url: order('completed'), as: 'guest' },
  { name: 'an order cancelled', url: order('cancelled'), as: 'guest' },
  { name: 'an order rejected', url: order('rejected'), as: 'guest' },
  { name: 'calling off', url: ({ orders }) => paths.orderCancellation.href({ id: orders.placed }), as: 'guest' },
  { name: 'my orders', url: () => paths.myOrders.href({}), as: 'guest' },
  { name: 'my orders, none', url: () => paths.myOrders.href({}) },
  { name: 'sign-in', url: () => paths.signIn.href({}) },
  { name: 'sign-up', url: () => paths.signUp.href({}) },
  { name: 'a page that is not there', url: () => '/nobody/here' },
  { name: 'the API', url: () => '/api/docs', on: 'desk' },

  { name: 'the desks', url: () => paths.desks.href({}), as: 'staff', on: 'tablet' },
  { name: 'the queue', url: (house) => paths.counterQueue.href(of(house)), as: 'staff', on: 'tablet' },
  {
    name: 'an order to accept',
    url: ({ careful }) => paths.counterQueue.href(slugsOf(careful.shop)),
    as: 'staff',
    on: 'tablet',
  },
  {
    name: 'an order at the counter',
    url: (house) => paths.counterOrder.href({ ...of(house), id: house.orders.preparing }),
    as: 'staff',
    on: 'tablet',
  },
  {
    name: 'taking money',
    url: (house) => paths.counterPayment.href({ ...of(house), id: house.orders.placed }),
    as: 'staff',
    on: 'tablet',
  },
  {
    name: 'money taken',
    url: (house) => paths.counterPayment.href({ ...of(house), id: house.orders.paid }),
    as: 'staff',
    on: 'tablet',
  },
  {
    name: 'ending an order',
    url: (house) => paths.counterCancellation.href({ ...of(house), id: house.orders.paid }),
    as: 'staff',
    on: 'tablet',
  },
  {
    name: 'rejecting an order',
    url: ({ careful }) => paths.counterRejection.href({ ...slugsOf(careful.shop), id: careful.order }),
    as: 'staff',
    on: 'tablet',
  },
  { name: 'the stock', url: (house) => paths.counterStock.href(of(house)), as: 'staff', on: 'tablet' },
  { name: 'the stock of a menu', url: () => paths.counterStock.href(demo), as: 'staff', on: 'tablet' },
  {
    name: 'the stock of one dish',
    url: (house) => paths.counterStockItem.href({ ...of(house), item: house.shop.tea }),
    as: 'staff',
    on: 'tablet',
  },
  { name: 'finding', url: (house) => paths.counterSearch.href(of(house), { q: '陳' }), as: 'staff', on: 'tablet' },
  { name: 'pausing', url: (house) => paths.counterPause.href(of(house)), as: 'staff', on: 'tablet' },
  { name: 'the board', url: (house) => paths.kitchenBoard.href(of(house)), as: 'staff', on: 'board' },
  {
    name: 'the board of a station',
    url: (house) => paths.kitchenBoard.href(of(house), { station: house.shop.coldId }),
    as: 'staff',
    on: 'board',
  },
  { name: 'recalling', url: (house) => paths.kitchenBoard.href(of(house), { recall: 1 }), as: 'staff', on: 'board' },
  { name: 'deliveries', url: (house) => paths.dispatch.href(of(house)), as: 'staff', on: 'tablet' },
  { name: 'the ledger', url: (house) => paths.officeOrders.href(of(house)), as: 'staff', on: 'desk' },
  {
    name: 'an order in the ledger',
    url: (house) => paths.officeOrder.href({ ...of(house), id: house.orders.completed }),
    as: 'staff',
    on: 'desk',
  },
  { name: 'the sagas', url: (house) => paths.officeSagas.href(of(house)), as: 'staff', on: 'desk' },
  {
    name: 'a saga',
    url: (house) => paths.officeSaga.href({ ...of(house), id: house.orders.paid }),
    as: 'staff',
    on: 'desk',
  },
  {
    name: 'turning a saga back',
    url: (house) => paths.officeSagaCompensation.href({ ...of(house), id: house.orders.paid }),
    as: 'staff',
    on: 'desk',
  },
  { name: 'the bank', url: ({ charge }) => paths.demoGatewayPage.href({ charge }) },
  ...peopleLooks,
]

const test = base.extend<object, { house: House }>({
  house: [async ({ db }, use) => use(await aHouse(db)), { scope: 'worker' }],
})
test.describe.configure({ mode: 'parallel' })

for (const locale of ['zh-TW', 'en'])
  for (const { name, url, on = 'desk', as, open: opened } of looks)
    test(`${name}, ${locale}: nothing in anybody's way`, async ({ open, house, complaints, baseURL }) => {
      const isDemo = as === 'staff' || as === 'admin'
      const page = await open('phone', { locale, ...(isDemo && { as }) })
      if (as && !isDemo) await page.context().addCookies(cookiesOf(house, as).map((one) => ({ ...one, url: baseURL! })))
      if (name === 'a page that is not there') complaints.expect(/404/)

      const answer = await page.goto(url(house))
      const policy = answer!.headers()['content-security-policy'] ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).not.toMatch(/unsafe|\*/)
      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'en' ? 'en' : 'zh-Hant-TW')
      await opened?.(page)
      expect.soft(await barriersOn(page), 'on a phone').toEqual([])
      expect.soft(await sidewaysOf(page), 'pixels that stick out of a phone').toBe(0)
      if (on === 'phone') return
      await page.setViewportSize(sizes[on].viewport)
      expect.soft(await barriersOn(page), on).toEqual([])
    })

/** Codes are typed in the browser that asked for them: everybody here has the guest's. */
const cookiesOf = ({ guest, crew }: House, as: 'guest' | 'tablet' | 'manager' | 'keeper' | 'customer') =>
  as === 'guest' ? [guest] : [guest, crew[as].cookie]

const sidewaysOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
