import { beforeAll, beforeEach, expect, test } from 'vitest'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { maxUndoAttempts } from '../../../src/domain/orders/saga/backoff'
import { paths } from '../../../src/views/paths'
import type { Client } from '../../support/client'
import { type AnOrder, anOrder } from '../../support/orders'
import { drain } from '../../support/outbox'
import { signedIn, staffAt } from '../../support/people'
import { openSite, type Site } from '../../support/site'
import { act, aShop, later, must, noon, type Shop, staffCtx } from '../../support/world'

let site: Site
let shop: Shop
let looker: Client
let pusher: Client
const at = () => ({ brand: shop.brandSlug, store: shop.storeSlug })
type OfSaga = 'officeSaga' | 'officeSagaRetry' | 'officeSagaCompensation' | 'officeSagaSettlement'
const urlOf = (name: OfSaga, { orderId }: AnOrder) => paths[name].href({ ...at(), id: orderId })
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  site = await openSite()
})

beforeEach(async () => {
  site.setNow(noon)
  shop = await aShop(site.db, { stock: { noodles: 5 } })
  looker = await signedIn(site, { roles: [staffAt(shop, { p2: true })] })
  pusher = await signedIn(site, { name: '周店長', roles: [staffAt(shop, { p2: true, p3: true })] })
})

/** Paid online, given up by the store; the bank has not answered so many times. */
async function refundStuck(failures: number): Promise<AnOrder> {
  const order = await anOrder(site.db, shop, { state: 'paid', payWay: 'online' })
  order.deps.gateway.failing.refund = failures
  must(await act(site.db, cancelOrder, staffCtx(shop), { orderId: order.orderId, cause: '太忙，做不出來' }))
  for (let n = 0; n < failures; n++) {
    order.deps.setNow(later(20 * n))
    await drain(order.deps, { brandId: shop.brandId })
  }
  site.setNow(order.deps.now())
  return order
}

const statusOf = async ({ orderId }: AnOrder) =>
  (await site.db.selectFrom('saga').select('status').where('orderId', '=', orderId).executeTakeFirstOrThrow()).status

test('R18: a refund the bank does not answer reads as a manager would say it', async () => {
  const order = await refundStuck(2)
  const { status, text } = await pusher.get(urlOf('officeSaga', order))
  const said = wordsOf(text)
  expect(status).toBe(200)
  expect(said).toMatch(/阿哲取消了這張單，正在把 \$ 180 退給客人/)
  expect(said).toMatch(/退款試了 2 次，對方沒回應， 30 秒 後再試，最多 8 次/)
  expect(said).toContain('放回 1 份')
  expect(said).toContain('撤單')
  expect(text).toContain(`data-until="${order.deps.now().getTime() + 30_000}"`)
  expect(text.match(/<i><\/i>/g)).toHaveLength(2)
  expect(said).toContain('現在重試退款')
})

test('R18: given up by the bank, it says that somebody must act', async () => {
  const order = await refundStuck(maxUndoAttempts)
  const said = wordsOf((await pusher.get(urlOf('officeSaga', order))).text)
  expect(said).toMatch(/\$ 180 還沒退給客人，要你處理/)
  expect(said).toContain(`試了 ${maxUndoAttempts} 次都沒成功`)
})

test('R18: the stuck stand first, and the bubble counts them on every page', async () => {
  const order = await refundStuck(1)
  const fine = await anOrder(site.db, shop, { state: 'placed', now: site.deps.now() })
  const list = await looker.get(paths.officeSagas.href(at()))
  expect(list.text).toContain(urlOf('officeSaga', order))
  expect(list.text).not.toContain(fine.orderId)
  expect((await looker.get(paths.officeSagas.href(at(), { show: 'all' }))).text).toContain(fine.orderId)
  expect((await looker.get(paths.officeOrders.href(at()))).text).toMatch(/class="bubble">1</)
  const { text } = await looker.panel(paths.officeOrders.href(at()))
  expect(text).toContain('<span id="stuck-nouns" class="ms-auto" hx-swap-oob="outerHTML"><span class="bubble">1<')
})

test('R30: P2 sees sagas and no buttons; pushing is refused', async () => {
  const order = await refundStuck(1)
  const page = await looker.get(urlOf('officeSaga', order))
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('現在重試')
  expect(page.text).not.toContain(urlOf('officeSagaSettlement', order))
  for (const name of ['officeSagaRetry', 'officeSagaCompensation', 'officeSagaSettlement'] as const)
    expect((await looker.post(urlOf(name, order), { reason: 'let me' })).status).toBe(403)
  expect((await looker.get(urlOf('officeSagaCompensation', order))).status).toBe(403)
  expect(await statusOf(order)).toBe('compensating')
})

test('a push sends the refund again now, and is on record', async () => {
  const order = await refundStuck(1)
  const answer = await pusher.post(urlOf('officeSagaRetry', order))
  expect([answer.status, answer.location]).toEqual([303, urlOf('officeSaga', order)])
  await drain(order.deps, { brandId: shop.brandId })
  expect(await statusOf(order)).toBe('compensated')
  expect(order.deps.gateway.kept).toBe(0)
  const said = wordsOf((await pusher.get(urlOf('officeSaga', order))).text)
  expect(said).toMatch(/\$ 180 已經退給客人/)
  expect(await acts()).toEqual([['saga.retry', '周店長']])
  expect((await pusher.post(urlOf('officeSagaRetry', order))).status).toBe(303)
  expect(await acts()).toHaveLength(1)
})

test('refunded another way: it asks how, then counts as settled and never sends the money again', async () => {
  const order = await refundStuck(2)
  const form = await pusher.panel(urlOf('officeSagaSettlement', order))
  expect(form.text).toContain('<dialog')
  expect(wordsOf(form.text)).toContain('已經用別的方式退 $180 了？')
  const empty = await pusher.panel(urlOf('officeSagaSettlement', order), { reason: '  ' })
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('請寫一句原因')])
  const answer = await pusher.panel(urlOf('officeSagaSettlement', order), { reason: '當面退現金' })
  expect(answer.headers.get('HX-Redirect')).toBe(urlOf('officeSaga', order))
  expect(await statusOf(order)).toBe('compensated')
  expect(wordsOf((await looker.get(urlOf('officeSaga', order))).text)).toContain('用別的方式退了：當面退現金')
  order.deps.setNow(later(600))
  await drain(order.deps, { brandId: shop.brandId })
  expect(order.deps.gateway.asked.refund).toBe(2)
  expect(await acts()).toEqual([['refund.by_hand', '周店長']])
  const again = await pusher.post(urlOf('officeSagaSettlement', order), { reason: '當面退現金' })
  expect([again.status, again.text]).toEqual([422, expect.stringContaining('沒有要重試的了')])
  expect(again.text).toContain('當面退現金')
})

test('an order under way is given up with a reason: money, stock and ticket go back', async () => {
  const order = await anOrder(site.db, shop, { state: 'paid', payWay: 'online' })
  const page = await pusher.get(urlOf('officeSaga', order))
  expect(wordsOf(page.text)).toContain('取消並全部退回')
  const question = await pusher.get(urlOf('officeSagaCompensation', order))
  expect(question.text).not.toContain('<dialog class="sheet" id="saga-act-form"')
  expect(wordsOf(question.text)).toContain('會把 $180 退給客人')
  expect((await pusher.post(urlOf('officeSagaCompensation', order), { reason: '停電了' })).status).toBe(303)
  await drain(order.deps, { brandId: shop.brandId })
  const said = wordsOf((await pusher.get(urlOf('officeSaga', order))).text)
  expect(said).toMatch(/周店長取消了這張單， \$ 180 已經退給客人/)
  expect(said).toContain('廚房的單撤了，還沒開始煮')
  expect(await acts()).toEqual([['saga.turn_back', '周店長']])
  const late = await pusher.post(urlOf('officeSagaCompensation', order), { reason: '再一次' })
  expect([late.status, late.text]).toEqual([422, expect.stringContaining('已經不能這樣做了')])
})

test.each([
  ['an unpaid order', { state: 'placed' as const }, '等客人到櫃檯付 $ 180'],
  ['a draft', { state: 'draft' as const }, '等客人線上付 $ 180'],
  ['a meal handed over', { state: 'completed' as const }, '這張單順利走完了'],
  ['a guest who changed their mind', { state: 'cancelled' as const }, '客人取消了，沒收到錢，東西都放回去了'],
])('%s says so in one sentence, in both languages', async (_what, wanted, headline) => {
  const order = await anOrder(site.db, shop, wanted)
  expect(wordsOf((await looker.get(urlOf('officeSaga', order))).text)).toContain(headline)
  looker.lang = 'en'
  const english = await looker.get(urlOf('officeSaga', order))
  expect(english.text).not.toMatch(/office\.saga|orders\.cause|\{\{/)
  expect(wordsOf(english.text)).toMatch(
    /Waiting for the guest|This order went through|The guest cancelled; no money came in/,
  )
})

test('the panel refetches itself when sagas or orders move, and keeps the other pane', async () => {
  const order = await refundStuck(1)
  const panel = await looker.panel(urlOf('officeSaga', order))
  expect(panel.text.startsWith('<main id="saga-panel"')).toBe(true)
  expect(panel.text).not.toContain('saga-list-panel')
  const list = await looker.panel(paths.officeSagas.href(at(), { current: order.orderId }))
  expect(list.text.startsWith('<section id="saga-list-panel"')).toBe(true)
  expect(list.text).toContain('aria-current="true"')
})

const acts = async () => {
  const log = site.db.selectFrom('auditLog').selectAll().where('storeId', '=', shop.storeId)
  const rows = await log
    .where('action', 'in', ['saga.retry', 'saga.turn_back', 'refund.by_hand'])
    .orderBy('id')
    .execute()
  return rows.map(({ action, actor }) => [action, actor])
}
