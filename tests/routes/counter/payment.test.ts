import { beforeAll, expect, test } from 'vitest'
import { newId } from '../../../src/domain/shared/ids'
import { openSite, type Site } from '../../support/site'
import { aCounter, colleague, order, rowOf, textOf, urlOf } from './a-counter'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

async function due() {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  return { shop, cashier, id, url: urlOf(shop, 'counterPayment', id) }
}
const cash = (tendered: string, key = newId()) => ({ key, method: 'cash', tendered })
const paymentsOf = (orderId: string) =>
  site.db.selectFrom('payment').selectAll().where('orderId', '=', orderId).execute()

test('R19: the cashier takes a 1000 note for 320 and gives back 680, spelled out in notes and coins', async () => {
  const { cashier, id, url } = await due()
  const taken = await cashier.panel(url, cash('1,000'))
  expect(taken.status).toBe(200)
  expect(textOf(taken.text)).toMatch(/找 \$ 680 .*500 × 1 100 × 1 50 × 1 10 × 3/)
  expect(textOf(taken.text)).toContain('阿哲 在 12:00 收了現金 $1,000')
  expect(await paymentsOf(id)).toMatchObject([{ status: 'paid', amount: 320, tendered: 1000, changeGiven: 680 }])
  expect((await rowOf(site, id)).paymentState).toBe('paid')
})

test('the page asks for what is due, offers the likely notes and expects the exact amount', async () => {
  const { cashier, url } = await due()
  const page = (await cashier.get(url)).text
  expect([...page.matchAll(/data-tender="(\d+)"/g)].map(([, amount]) => amount)).toEqual(['320', '400', '500', '1000'])
  expect(page).toContain('value="320"')
})

test('without scripts the answer leads to a page that says the change', async () => {
  const { cashier, url } = await due()
  const taken = await cashier.post(url, cash('500'))
  expect([taken.status, taken.location]).toEqual([303, url])
  expect(textOf((await cashier.get(url)).text)).toMatch(/已付款.*找 \$ 180/)
})

test('R21: two cashiers confirm at once: one took it, the other is told who and when', async () => {
  const { shop, id, url } = await due()
  const [first, second] = [await colleague(site, shop), await colleague(site, shop)]
  const answers = await Promise.all([first.panel(url, cash('1000')), second.panel(url, cash('500'))])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  const told = answers.find(({ status }) => status === 422)!
  expect(textOf(told.text)).toContain('已經由 阿哲 在 12:00 收過了，不要再收')
  expect(await paymentsOf(id)).toHaveLength(1)
})

test('R6: the same tap twice takes the money once and gives the first answer', async () => {
  const { cashier, id, url } = await due()
  const form = cash('1000')
  const answers = [await cashier.panel(url, form), await cashier.panel(url, form)]
  expect(answers.map(({ status, text }) => [status, /找 \$ (\d+)/.exec(textOf(text))?.[1]])).toEqual([
    [200, '680'],
    [200, '680'],
  ])
  expect(await paymentsOf(id)).toHaveLength(1)
})

test('R19: too little is refused, says how much is missing, and keeps what was typed', async () => {
  const { cashier, id, url } = await due()
  const form = cash('200')
  const refused = await cashier.panel(url, form)
  expect(refused.status).toBe(422)
  expect(textOf(refused.text)).toContain('還差 $120，請收足再按')
  expect(refused.text).toMatch(/name="tendered" value="200"/)
  expect(refused.text).toContain(`name="key" value="${form.key}"`)
  expect((await rowOf(site, id)).paymentState).toBe('unpaid')
})

test.each(['', '一千', '12.5', '-400', '99999999999'])('%j is no amount: it is said, and kept', async (text) => {
  const { cashier, url } = await due()
  const refused = await cashier.panel(url, cash(text))
  expect(refused.status).toBe(422)
  expect(textOf(refused.text)).toContain('只打數字，例如 1000')
  if (text) expect(refused.text).toContain(`value="${text}"`)
})

test('full-width digits are digits', async () => {
  const { cashier, id, url } = await due()
  await cashier.panel(url, cash('１０００'))
  expect(await paymentsOf(id)).toMatchObject([{ changeGiven: 680 }])
})

test('R19: the card terminal took it: recorded as card, nothing to give back', async () => {
  const { cashier, id, url } = await due()
  const taken = await cashier.panel(url, { key: newId(), method: 'card_terminal', tendered: '5' })
  expect(taken.status).toBe(200)
  expect(textOf(taken.text)).toContain('收了刷卡 $320')
  expect(await paymentsOf(id)).toMatchObject([{ status: 'paid', method: 'card_terminal', changeGiven: null }])
})

test('the change is said in English too', async () => {
  const { cashier, url } = await due()
  cashier.lang = 'en'
  const taken = await cashier.panel(url, cash('1000'))
  expect(textOf(taken.text)).toMatch(/took NT\$1,000 at 12:00 \(Cash\).*Change NT\$ 680/)
})
