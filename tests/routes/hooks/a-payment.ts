import { createHash } from 'node:crypto'
import { queryPayment } from '../../../src/domain/orders/paying/query-payment'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { callBackOver, reportOf } from '../../../src/domain/payments/demo/call-back'
import { findCharge } from '../../../src/domain/payments/demo/charge'
import { newId } from '../../../src/domain/shared/ids'
import { paths } from '../../../src/views/paths'
import { handlers } from '../../../src/worker'
import type { Client } from '../../support/client'
import { placeInput } from '../../support/orders'
import { drain } from '../../support/outbox'
import type { Site } from '../../support/site'
import { act, aShop, guestCtx, must, type Shop } from '../../support/world'

/** A guest on the bank's page, about to pay for noodles and salad online. */
export async function payingGuest(site: Site, given: { store?: Record<string, unknown>; lang?: 'en' } = {}) {
  const shop = await aShop(site.db, { store: given.store ?? {}, stock: { noodles: 10 } })
  const guest = site.client()
  if (given.lang) guest.lang = given.lang
  const token = newId()
  guest.cookies.set('visitor', token)
  const visitor = createHash('sha256').update(token).digest('hex')
  const lines = [shop.noodles, shop.salad].map((dishId) => ({ dishId, optionIds: [], quantity: 1 }))
  const by = { ...guestCtx(shop, visitor, site.deps.now()), lang: given.lang ?? ('zh-Hant' as const) }
  const { orderId } = must(await act(site.db, placeOrder, by, placeInput(shop, { paymentMethod: 'online', lines })))
  const sent = await guest.post(paths.orderPayment.href({ id: orderId }))
  const chargeId = sent.location!.split('/').at(-1)!
  return { shop, guest, orderId, chargeId, bankUrl: new URL(sent.location!).pathname }
}

export type Paying = Awaited<ReturnType<typeof payingGuest>>

/** The guest presses a button on the bank's page; gives where they are sent next. */
export const press = (guest: Client, chargeId: string, form: Record<string, string | number>) =>
  guest.post(paths.demoGatewayDecision.href({ charge: chargeId }), form)

export const chargeOf = async (site: Site, id: string) => (await findCharge(site.db, { id }))!

/** The bank's own report, exactly as it leaves; `change` forges it. */
export async function report(
  site: Site,
  chargeId: string,
  change: { body?: (body: string) => string; headers?: Record<string, string>; gateway?: string } = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const { init } = reportOf(await chargeOf(site, chargeId))
  const url = `http://shop.test${paths.paymentCallback.href({ gateway: change.gateway ?? 'demo' })}`
  const body = change.body?.(init.body) ?? init.body
  const response = await site.app.request(url, { ...init, body, headers: { ...init.headers, ...change.headers } })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** We ask the bank by ourselves. */
export async function poll(site: Site, shop: Shop, orderId: string): Promise<void> {
  const { brandId, storeId } = shop
  const attempts = await site.db
    .selectFrom('paymentAttempt as a')
    .innerJoin('payment as p', 'p.id', 'a.paymentId')
    .select('a.id')
    .where('p.orderId', '=', orderId)
    .execute()
  for (const { id: attemptId } of attempts)
    await queryPayment(
      site.deps,
      { brandId, storeId, orderId, attemptId, round: 0 },
      { id: '1', attempt: 1, maxAttempts: 5 },
    )
}

/** All that waits in the outbox; the bank's reports arrive through the app itself. */
export const work = (site: Site): Promise<number> =>
  drain(site.deps, {
    acts: { ...handlers, 'demo.callback': callBackOver((url, init) => Promise.resolve(site.app.request(url, init))) },
  })

/** What is true of an order once it is paid, each exactly once. */
export async function booksOf(site: Site, orderId: string) {
  const { db } = site
  const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow()
  const payments = await db.selectFrom('payment').select(['status', 'amount']).where('orderId', '=', orderId).execute()
  const tickets = await db.selectFrom('ticket').select('id').where('orderId', '=', orderId).execute()
  const paid = await db
    .selectFrom('orderStatusHistory')
    .select('id')
    .where('orderId', '=', orderId)
    .where('toState', '=', 'paid')
    .execute()
  const refunds = await db
    .selectFrom('refund as r')
    .innerJoin('payment as p', 'p.id', 'r.paymentId')
    .select(['r.amount', 'r.status'])
    .where('p.orderId', '=', orderId)
    .execute()
  return {
    fulfilment: order.fulfilment,
    payment: order.paymentState,
    number: order.sequence,
    payments,
    tickets: tickets.length,
    timesPaid: paid.length,
    refunds,
  }
}
