import { afterEach, describe, expect, test, vi } from 'vitest'
import { cancelOrder } from '../../../../src/domain/orders/cancel-order'
import { confirmCash } from '../../../../src/domain/orders/paying/confirm-cash'
import { placeOrder } from '../../../../src/domain/orders/place-order'
import type { LocalStep } from '../../../../src/domain/orders/saga/step'
import { orderSteps } from '../../../../src/domain/orders/saga/steps'
import { booksAgree } from '../../../support/books'
import { freshDb } from '../../../support/db'
import { placeInput, stateOf } from '../../../support/orders'
import { act, aShop, guestCtx, must, staffCtx } from '../../../support/world'

const { db } = await freshDb(16)
afterEach(() => vi.restoreAllMocks())

const steps = orderSteps as readonly LocalStep<unknown>[]
const names = steps.map(({ name }) => name)
class Crash extends Error {}

/** The next time this step has acted, the transaction dies with it. */
function crashAfter(name: string, act: 'run' | 'undo') {
  const step = steps.find((s) => s.name === name)!
  const real = step[act].bind(step) as (...args: unknown[]) => Promise<unknown>
  const spy = vi.spyOn(step, act) as unknown as {
    mockImplementationOnce(work: (...args: unknown[]) => Promise<never>): void
  }
  spy.mockImplementationOnce(async (...args) => {
    await real(...args)
    throw new Crash()
  })
}

const left = async (dishId: string) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', dishId).executeTakeFirstOrThrow())
    .totalStock
// Over the API the money is taken before the kitchen begins: one step after the other.
const delivered = { orderType: 'delivery', address: '金山南路', channel: 'api' } as const

describe('R16: a crash after any step leaves nothing behind, and the next try does it once', () => {
  test.each(names.slice(0, 3))('placing, after %s', async (name) => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const ctx = guestCtx(shop)
    const input = placeInput(shop, delivered)
    crashAfter(name, 'run')
    await expect(act(db, placeOrder, ctx, input)).rejects.toThrow(Crash)
    expect(await left(shop.noodles)).toBe(5)
    expect(await db.selectFrom('orders').select('id').where('brandId', '=', shop.brandId).execute()).toEqual([])
    expect(must(await act(db, placeOrder, ctx, input))).toMatchObject({ number: '001', replayed: false })
    expect(await left(shop.noodles)).toBe(4)
    await booksAgree(db, shop)
  })

  test.each(names.slice(2))('taking the money, after %s', async (name) => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, delivered)))
    const before = await stateOf(db, orderId)
    crashAfter(name, 'run')
    const pay = () => act(db, confirmCash, staffCtx(shop), { orderId, tendered: 1000, key: 'k' })
    await expect(pay()).rejects.toThrow(Crash)
    expect(await stateOf(db, orderId)).toEqual(before)
    must(await pay())
    expect(await stateOf(db, orderId)).toMatchObject({ saga: 'completed', executed: names })
    await booksAgree(db, shop)
  })

  test.each(names)('cancelling, after %s is undone', async (name) => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId } = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop, delivered)))
    must(await act(db, confirmCash, staffCtx(shop), { orderId, key: 'k' }))
    const before = await stateOf(db, orderId)
    crashAfter(name, 'undo')
    const cancel = () => act(db, cancelOrder, staffCtx(shop), { orderId, cause: '客人要求' })
    await expect(cancel()).rejects.toThrow(Crash)
    expect(await stateOf(db, orderId)).toEqual(before)
    expect(await left(shop.noodles)).toBe(4)
    must(await cancel())
    expect(await stateOf(db, orderId)).toMatchObject({ saga: 'compensated', paymentState: 'refunded' })
    expect(await left(shop.noodles)).toBe(5)
    await booksAgree(db, shop)
  })
})
