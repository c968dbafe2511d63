import { beforeAll, expect, test } from 'vitest'
import { demoGateway } from '../../../src/domain/payments/demo/adapter'
import { merchantKey } from '../../../src/domain/payments/demo/signature'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import { openSite, type Site } from '../../support/site'
import { noon } from '../../support/world'
import { chargeOf, payingGuest, press } from './a-payment'

let site: Site
beforeAll(async () => {
  site = await openSite()
  site.setNow(noon)
  return site.close
})

const call = (method: string, path: string, body?: unknown, key?: string) =>
  site.app.request(`http://shop.test${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

const asked = {
  merchantRef: newId(),
  amount: 240,
  currency: 'TWD',
  title: '小滿麵館 永康店',
  lang: 'zh-Hant',
  returnUrl: 'http://shop.test/back',
  cancelUrl: 'http://shop.test/back',
  callbackUrl: 'http://shop.test/hook',
  callbackKey: 'k'.repeat(64),
}

test('the bank’s page names the shop and the amount, and says that no real money moves', async () => {
  const { guest, bankUrl } = await payingGuest(site)
  const page = await guest.get(bankUrl)
  expect(page.status).toBe(200)
  for (const words of ['小滿麵館', '永康店', '$240', '不會動到真的錢']) expect(page.text).toContain(words)
  for (const choice of ['approve', 'decline', 'cancel', 'time_out', 'approve_late', 'call_back_twice'])
    expect(page.text).toContain(`name="choice" value="${choice}"`)
})

test('the page speaks the language the merchant asked for, whatever the browser prefers', async () => {
  const { bankUrl } = await payingGuest(site, { lang: 'en' })
  const page = await site.client().get(bankUrl)
  expect(page.text).toContain('<html lang="en"')
  expect(page.text).toContain('No real money moves here')
})

test('a choice is made once: the second finds the outcome', async () => {
  const { guest, chargeId, bankUrl } = await payingGuest(site)
  expect((await press(guest, chargeId, { choice: 'approve' })).status).toBe(303)
  const second = await press(guest, chargeId, { choice: 'decline' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('已付款')
  expect((await guest.get(bankUrl)).text).not.toContain('name="choice"')
  expect(await chargeOf(site, chargeId)).toMatchObject({ status: 'approved' })
})

test('nonsense chooses nothing; a charge that does not exist is not there', async () => {
  const { guest, chargeId } = await payingGuest(site)
  expect((await press(guest, chargeId, { choice: 'steal' })).status).toBe(409)
  expect(await chargeOf(site, chargeId)).toMatchObject({ status: 'pending' })
  for (const id of [newId(), 'nonsense'])
    expect((await guest.get(paths.demoGatewayPage.href({ charge: id }))).status).toBe(404)
})

test('the bank’s interface is for its merchant alone', async () => {
  const { chargeId: charge } = await payingGuest(site)
  const calls: [string, string, unknown?][] = [
    ['POST', paths.demoGatewayCharges.href({}), asked],
    ['GET', paths.demoGatewayCharge.href({ charge })],
    ['GET', paths.demoGatewayCharges.href({}, { merchant_ref: newId() })],
    ['POST', paths.demoGatewayRefunds.href({ charge }), { amount: 1, key: 'k' }],
  ]
  for (const [method, path, body] of calls)
    for (const key of [undefined, '', 'guess', merchantKey('another secret')])
      expect([path, (await call(method, path, body, key)).status]).toEqual([path, 401])
})

test('a charge is opened once for each of the merchant’s numbers, found by either number, and refunded once per key', async () => {
  const key = merchantKey(site.deps.env.sessionSecret)
  const open = async () =>
    (await (await call('POST', paths.demoGatewayCharges.href({}), asked, key)).json()) as { id: string }
  const [first, second] = [await open(), await open()]
  expect(first.id).toBe(second.id)
  const { id: charge } = first
  const byRef = await call(
    'GET',
    paths.demoGatewayCharges.href({}, { merchant_ref: asked.merchantRef }),
    undefined,
    key,
  )
  const told = await byRef.text()
  expect(JSON.parse(told)).toMatchObject({ id: charge, amount: 240, status: 'pending' })
  expect(told).not.toContain(asked.callbackKey)

  const refund = async (amount: number, name: string) =>
    (await call('POST', paths.demoGatewayRefunds.href({ charge }), { amount, key: name }, key)).status
  expect(await refund(100, 'too early')).toBe(422)
  await press(site.client(), charge, { choice: 'approve' })
  expect([await refund(200, 'a'), await refund(200, 'a'), await refund(200, 'b'), await refund(40, 'c')]).toEqual([
    201, 201, 422, 201,
  ])
  expect(await chargeOf(site, charge)).toMatchObject({ refundedAmount: 240 })
})

test('a charge with an address that is none, or an amount of nothing, is not opened', async () => {
  const key = merchantKey(site.deps.env.sessionSecret)
  for (const wrong of [{ callbackUrl: 'javascript:alert(1)' }, { amount: 0 }, { amount: 1.5 }, { merchantRef: 'x' }])
    expect((await call('POST', paths.demoGatewayCharges.href({}), { ...asked, ...wrong }, key)).status).toBe(400)
})

test('R21: a bank that cannot be reached, or talks nonsense, is unknown; a clear no is a no', async () => {
  const gateway = (send: () => Promise<Response>) => demoGateway(() => 'http://bank.test', 'secret', send)
  const start = {
    attemptId: newId(),
    amount: 1,
    currency: 'TWD',
    title: '',
    lang: 'en',
    returnUrl: '',
    cancelUrl: '',
    callbackUrl: '',
  } as const
  const ref = { externalRef: 'x', attemptId: 'x' }
  const lost = gateway(() => Promise.reject(new Error('ECONNRESET')))
  const odd = gateway(async () => new Response('<html>'))
  const down = gateway(async () => new Response('', { status: 502 }))
  const no = gateway(async () => new Response('{}', { status: 422 }))
  for (const bank of [lost, odd, down]) {
    expect((await bank.start(start)).status).toBe('unknown')
    expect((await bank.query(ref)).status).toBe('unknown')
  }
  expect((await lost.refund('x', 1, 'k')).status).toBe('unknown')
  expect((await no.start(start)).status).toBe('refused')
  expect((await no.refund('x', 1, 'k')).status).toBe('refused')
})
