import { beforeAll, expect, test } from 'vitest'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { later, noon } from '../../support/world'
import { booksOf, chargeOf, type Paying, payingGuest, poll, press, report, work } from './a-payment'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const paidOnce = {
  fulfilment: 'accepted',
  payment: 'paid',
  number: 1,
  payments: [{ status: 'paid', amount: 240 }],
  tickets: 2,
  timesPaid: 1,
  refunds: [],
}

const comesBack = ({ guest, orderId, chargeId }: Paying) =>
  guest.get(`${paths.orderPayment.href({ id: orderId })}?charge=${chargeId}`)

const news = {
  callback: (paying: Paying) => report(site, paying.chargeId),
  return: comesBack,
  poll: ({ shop, orderId }: Paying) => poll(site, shop, orderId),
}
type News = keyof typeof news
const orders: News[][] = [
  ['callback', 'return', 'poll'],
  ['callback', 'poll', 'return'],
  ['return', 'callback', 'poll'],
  ['return', 'poll', 'callback'],
  ['poll', 'callback', 'return'],
  ['poll', 'return', 'callback'],
]

test.each(orders)('R21: the money is heard of by %s, then %s, then %s, each twice: one payment', async (...order) => {
  site.setNow(noon)
  const paying = await payingGuest(site)
  await press(paying.guest, paying.chargeId, { choice: 'approve' })
  for (const way of [...order, ...order]) await news[way](paying)
  expect(await booksOf(site, paying.orderId)).toEqual(paidOnce)
})

test('R21: callback, return and poll at the same moment, three of each: one payment', async () => {
  site.setNow(noon)
  const paying = await payingGuest(site)
  await press(paying.guest, paying.chargeId, { choice: 'approve' })
  const all = orders.slice(0, 3).flat()
  await Promise.all(all.map((way) => news[way](paying)))
  expect(await booksOf(site, paying.orderId)).toEqual(paidOnce)
})

test('the bank reports twice: it is heard twice and counts once', async () => {
  site.setNow(noon)
  const { guest, chargeId, orderId } = await payingGuest(site)
  await press(guest, chargeId, { choice: 'call_back_twice' })
  await work(site)
  expect(await booksOf(site, orderId)).toEqual(paidOnce)
  const again = await report(site, chargeId)
  expect(again).toEqual({ status: 200, body: { outcome: 'already' } })
})

test('a forged report is refused and changes nothing', async () => {
  site.setNow(noon)
  const { guest, chargeId, orderId } = await payingGuest(site)
  const other = await payingGuest(site)
  const approved = (body: string) => body.replace('"pending"', '"approved"')
  const elsewhere = (body: string) => body.replace(chargeId, other.chargeId)
  const forgeries = [
    { body: approved },
    { body: elsewhere },
    { headers: { 'X-Demo-Signature': 'ab'.repeat(32) } },
    { headers: { 'X-Demo-Signature': '' } },
    { body: () => 'not even JSON' },
    { body: (body: string) => `${body} ` },
  ]
  for (const forgery of forgeries) expect((await report(site, chargeId, forgery)).status).toBe(401)
  expect(await booksOf(site, orderId)).toMatchObject({ payment: 'pending', timesPaid: 0 })

  await press(guest, chargeId, { choice: 'approve' })
  expect((await report(site, chargeId)).body).toEqual({ outcome: 'paid' })
})

test('a report by a gateway nobody knows is not found', async () => {
  site.setNow(noon)
  const { chargeId } = await payingGuest(site)
  expect((await report(site, chargeId, { gateway: 'elsewhere' })).status).toBe(404)
})

test('complaint 13: a declined payment leads back to the cart, and a late "declined" never undoes a payment', async () => {
  site.setNow(noon)
  const paying = await payingGuest(site)
  const sent = await press(paying.guest, paying.chargeId, { choice: 'decline' })
  expect(sent.location).toContain(paths.orderPayment.href({ id: paying.orderId }))
  const back = await comesBack(paying)
  expect(back.location).toContain('why=payment_failed')
  expect(await booksOf(site, paying.orderId)).toMatchObject({ fulfilment: 'cancelled', timesPaid: 0, tickets: 0 })

  const paid = await payingGuest(site)
  await press(paid.guest, paid.chargeId, { choice: 'approve' })
  await report(site, paid.chargeId)
  await site.db.updateTable('demoCharge').set({ status: 'declined' }).where('id', '=', paid.chargeId).execute()
  expect((await report(site, paid.chargeId)).body).toEqual({ outcome: 'already' })
  expect(await booksOf(site, paid.orderId)).toEqual(paidOnce)
})

test('R21: a bank that does not answer is unknown, not failed; when it speaks again the order is paid', async () => {
  site.setNow(noon)
  const paying = await payingGuest(site)
  const page = await press(paying.guest, paying.chargeId, { choice: 'time_out' })
  expect([page.status, page.location]).toEqual([200, null])
  expect((await comesBack(paying)).location).toContain('why=pay_open')
  expect(await booksOf(site, paying.orderId)).toMatchObject({ fulfilment: 'draft', payment: 'pending' })

  site.setNow(later(2))
  await work(site)
  expect(await booksOf(site, paying.orderId)).toEqual(paidOnce)
})

test('complaint 12: money that comes after the hold has run out is sent back by itself, and the order stays ended', async () => {
  site.setNow(noon)
  const paying = await payingGuest(site, { store: { holdMinutes: 1 } })
  const sent = await press(paying.guest, paying.chargeId, { choice: 'approve_late', late: 300 })
  expect(sent.status).toBe(303)
  site.setNow(later(2))
  await work(site)
  expect(await booksOf(site, paying.orderId)).toMatchObject({ fulfilment: 'expired', payments: [{ status: 'failed' }] })

  site.setNow(later(6))
  await work(site)
  expect(await booksOf(site, paying.orderId)).toMatchObject({
    fulfilment: 'expired',
    payment: 'refunded',
    tickets: 0,
    refunds: [{ amount: 240, status: 'done' }],
  })
  expect(await chargeOf(site, paying.chargeId)).toMatchObject({ status: 'approved', refundedAmount: 240 })
})
