import type { Page } from '@playwright/test'
import { sql } from 'kysely'
import { expect, test } from './support/floor'
import { goToCheckout, kitchenUrl, numberOn, payHow, shopUrl, take } from './support/meal'
import type { NoodleShop } from './support/shops'
import { say } from './support/words'

/** A salad on the order, and off to the bank's page. */
async function goToTheBank(guest: Page, shop: NoodleShop): Promise<void> {
  await guest.goto(shopUrl(shop))
  await take(guest, '小黃瓜')
  await goToCheckout(guest)
  await payHow(guest, 'online')
  await guest.getByRole('button', { name: say('shop.checkout.go_online') }).tap()
  await expect(guest.getByRole('heading', { name: say('gateway.asks') })).toBeVisible()
}

const press = (guest: Page, choice: string) =>
  guest.getByRole('button', { name: say(`gateway.choose_${choice}_means`) }).tap()

test('the bank approves and reports twice: one payment, one ticket, one number', async ({ guest, shop, open, db }) => {
  await goToTheBank(guest, shop)
  const charge = new URL(guest.url()).pathname.split('/').at(-1)
  await press(guest, 'call_back_twice')
  await expect(guest.getByRole('heading', { name: say('shop.order.accepted_title') })).toBeVisible()
  await expect(guest.getByText(say('shop.order.stamp_paid'))).toBeVisible()
  expect(await numberOn(guest)).toBe('001')

  const reports = sql<{
    left: number
  }>`select count(*) as left from graphile_worker.jobs where key like ${`demo:${charge}:%`}`
  await expect.poll(async () => (await reports.execute(db)).rows[0]?.left).toBe(0)
  const orderId = new URL(guest.url()).pathname.split('/').at(-1)!
  const payments = await db.selectFrom('payment').select('status').where('orderId', '=', orderId).execute()
  expect(payments).toEqual([{ status: 'paid' }])
  const kitchen = await open('board', { as: 'staff' })
  await kitchen.goto(kitchenUrl(shop))
  await expect(kitchen.getByRole('article', { name: '001' })).toHaveCount(1)
})

test('the bank declines: back in the cart with the reason and nothing lost; the next try goes through', async ({
  guest,
  shop,
}) => {
  await goToTheBank(guest, shop)
  await press(guest, 'decline')
  const why = guest.getByRole('alert').filter({ hasText: say('shop.cart.payment_failed') })
  await expect(why).toBeVisible()
  await expect(guest.locator('#cart-panel')).toContainText('小黃瓜')
  const anew = guest.waitForResponse((answer) => answer.url().includes('/cart'))
  await guest.evaluate(() => document.body.dispatchEvent(new CustomEvent('menu')))
  await (await anew).finished()
  await expect(why).toBeVisible()

  await guest.getByRole('link', { name: say('shop.cart.checkout') }).tap()
  await expect(guest.getByLabel(say('shop.checkout.name'))).toHaveValue('陳小姐')
  await expect(guest.getByLabel(say('shop.checkout.phone'))).toHaveValue('0928123521')
  await guest.getByRole('button', { name: say('shop.checkout.go_online') }).tap()
  await press(guest, 'approve')
  await expect(guest.getByText(say('shop.order.stamp_paid'))).toBeVisible()
  expect(await numberOn(guest)).toBe('001')
})

test('the bank approves late: the order waits with its clock running, then turns by itself', async ({
  guest,
  shop,
  db,
}) => {
  await goToTheBank(guest, shop)
  const charge = new URL(guest.url()).pathname.split('/').at(-1)!
  await guest.getByLabel(say('gateway.after')).selectOption('120')
  await press(guest, 'approve_late')
  await expect(guest.getByRole('alert').filter({ hasText: say('shop.order.pay_open') })).toBeVisible()
  await expect(guest.getByRole('timer')).toHaveText(/^(10:00|09:\d\d)$/)

  await db.updateTable('demoCharge').set({ approvesAt: new Date() }).where('id', '=', charge).execute()
  await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs
    where key = ${`demo:${charge}:late`}`.execute(db)
  await expect(guest.getByText(say('shop.order.stamp_paid'))).toBeVisible()
})

test('the bank falls silent: the guest is not sent to pay again, and may still call it off', async ({
  guest,
  shop,
}) => {
  await goToTheBank(guest, shop)
  await press(guest, 'time_out')
  await expect(guest.getByRole('status')).toHaveText(say('gateway.said_time_out'))
  await guest.getByRole('link', { name: say('gateway.back') }).tap()
  await expect(guest.getByRole('heading', { name: say('shop.order.hold_title') })).toBeVisible()
  await expect(guest.getByText(say('shop.order.hold_paid_already'))).toBeVisible()

  await guest.getByRole('link', { name: say('shop.order.off') }).tap()
  await guest
    .getByRole('dialog')
    .getByRole('button', { name: say('shop.off.yes') })
    .tap()
  await expect(guest.getByRole('heading', { name: say('shop.order.cancelled_title') })).toBeVisible()
})
