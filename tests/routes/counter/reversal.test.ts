import { beforeAll, expect, test } from 'vitest'
import { acceptOrder } from '../../../src/domain/orders/accept-order'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { newId } from '../../../src/domain/shared/ids'
import { openSite, type Site } from '../../support/site'
import { aCounter, behind, colleague, leave, order, readyOrder, rowOf, type Shop, textOf, urlOf } from './a-counter'

let site: Site
beforeAll(async () => {
  site = await openSite()
  return site.close
})

const stockOf = async (shop: Shop) =>
  (
    await site.db
      .selectFrom('inventory')
      .select('totalStock')
      .where('dishId', '=', shop.id('noodles'))
      .executeTakeFirstOrThrow()
  ).totalStock

/** Two portions of ten are ordered and paid. */
async function paid() {
  const shop = await aCounter(site)
  await site.db.transaction().execute((tx) => leave(tx, shop, 'noodles', 10))
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles', quantity: 2 }])
  await behind(site, shop, confirmCash, { orderId: id, key: newId() })
  return { shop, cashier, id, url: urlOf(shop, 'counterCancellation', id) }
}

test('R17: before cancelling the page names the money, the stock and the ticket; then each goes back once', async () => {
  const { shop, cashier, id, url } = await paid()
  const asked = await cashier.get(url)
  expect(textOf(asked.text)).toContain('從抽屜退 $640 現金給客人')
  expect(textOf(asked.text)).toContain('放回庫存：noodles 2')
  expect(textOf(asked.text)).toContain('廚房的單會劃掉')
  expect(textOf(asked.text)).toContain('取消這張單，退 $640')
  expect([(await rowOf(site, id)).fulfilment, await stockOf(shop)]).toEqual(['accepted', 8])

  const ended = await cashier.post(url, { cause: 'guest_asked' })
  expect([ended.status, ended.location]).toEqual([303, urlOf(shop, 'counterOrder', id)])
  await cashier.post(url, { cause: 'guest_asked' })
  expect(await rowOf(site, id)).toMatchObject({
    fulfilment: 'cancelled',
    paymentState: 'refunded',
    endReason: 'guest_asked',
  })
  expect(await stockOf(shop)).toBe(10)
})

test('the page of a cancelled order says what to hand back, in which notes', async () => {
  const { shop, cashier, id, url } = await paid()
  await cashier.post(url, { cause: 'guest_asked' })
  const page = textOf((await cashier.get(urlOf(shop, 'counterOrder', id))).text)
  expect(page).toMatch(/從抽屜退 \$640 現金給客人。 這樣退 500 × 1 100 × 1 10 × 4/)
  expect(page).toContain('客人要求')
})

test('R13: staff say why: without a reason nothing is cancelled, and own words are kept', async () => {
  const { cashier, id, url } = await paid()
  const refused = await cashier.panel(url, { words: '   ' })
  expect(refused.status).toBe(422)
  expect(textOf(refused.text)).toContain('選一個原因，或寫一句')
  expect((await rowOf(site, id)).fulfilment).toBe('accepted')

  await cashier.post(url, { words: '湯打翻了', cause: 'no_such_code' })
  expect((await rowOf(site, id)).endReason).toBe('湯打翻了')
})

test('R17: once the kitchen has begun the food is waste, and the page says so beforehand', async () => {
  const shop = await aCounter(site)
  await site.db.transaction().execute((tx) => leave(tx, shop, 'noodles', 10))
  const cashier = await colleague(site, shop)
  const id = await readyOrder(site, shop)
  const url = urlOf(shop, 'counterCancellation', id)
  expect(textOf((await cashier.get(url)).text)).toContain('記為報廢：noodles 1')
  await cashier.post(url, { cause: 'no_show' })
  expect(await stockOf(shop)).toBe(9)
})

test('an order that staff cannot take goes back with its reason', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await order(site, shop, [{ dish: 'noodles' }])
  const url = urlOf(shop, 'counterRejection', id)
  expect(textOf((await cashier.get(url)).text)).toContain('還沒收錢，不用退')
  const ended = await cashier.panel(url, { cause: 'too_busy' })
  expect(ended.location).toBe(urlOf(shop, 'counterOrder', id))
  expect(await rowOf(site, id)).toMatchObject({ fulfilment: 'rejected', endReason: 'too_busy' })
})

test('R9: what is over cannot be cancelled: its own page answers', async () => {
  const shop = await aCounter(site)
  const cashier = await colleague(site, shop)
  const id = await readyOrder(site, shop)
  await cashier.post(urlOf(shop, 'counterHandover', id))
  const asked = await cashier.get(urlOf(shop, 'counterCancellation', id))
  expect([asked.status, asked.location]).toEqual([303, urlOf(shop, 'counterOrder', id)])
  await cashier.post(urlOf(shop, 'counterCancellation', id), { cause: 'no_show' })
  expect((await rowOf(site, id)).fulfilment).toBe('completed')
})

test('R33: taking, ending and accepting are in the audit log with who did it', async () => {
  const { shop, cashier, id, url } = await paid()
  const other = await order(site, shop, [{ dish: 'noodles' }])
  await behind(site, shop, acceptOrder, { orderId: other })
  await cashier.post(urlOf(shop, 'counterPayment', other), { key: newId(), method: 'cash', tendered: '320' })
  await cashier.post(url, { cause: 'guest_asked' })
  const rows = await site.db
    .selectFrom('auditLog')
    .select(['action', 'actor', 'subjectId'])
    .where('storeId', '=', shop.storeId)
    .where('actor', '=', '阿哲')
    .orderBy('id')
    .execute()
  expect(rows.map(({ action }) => action)).toEqual(['payment.confirm', 'order.cancel'])
  expect(rows[1]!.subjectId).toBe(id)
})
