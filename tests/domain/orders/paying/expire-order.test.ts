import { describe, expect, test } from 'vitest'
import { cartView } from '../../../../src/domain/cart/queries'
import { freshDb } from '../../../support/db'
import { testDeps } from '../../../support/gateway'
import { anOrder, stateOf } from '../../../support/orders'
import { drain } from '../../../support/outbox'
import { aShop, counted, later, type Shop } from '../../../support/world'

import { aDraft, left } from './a-draft'

const { db } = await freshDb(16)

describe('R20, complaints 7 and 14: a draft whose time is up', () => {
  const waitOut = async ({ shop, deps }: { shop: Shop; deps: ReturnType<typeof testDeps> }, minutes = 11) => {
    deps.setNow(later(minutes))
    await drain(deps, { brandId: shop.brandId })
  }

  test('expires: stock is released once, the lines are back in the cart, the page says why', async () => {
    const draft = await aDraft(db)
    await waitOut(draft)
    expect(draft.gateway.asked.query).toBe(1)
    expect(await stateOf(db, draft.orderId)).toMatchObject({
      fulfilment: 'expired',
      paymentState: 'failed',
      endReason: 'hold_expired',
      saga: 'compensated',
    })
    expect(await left(db, draft.shop)).toBe(10)
    expect((await cartView(db, draft.by)).cart.lines).toHaveLength(1)
    await waitOut(draft, 20)
    expect(await left(db, draft.shop)).toBe(10)
  })

  test('not before its time', async () => {
    const draft = await aDraft(db)
    await waitOut(draft, 9)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'draft' })
  })

  test('the gateway is asked first: paid though nobody said so is paid', async () => {
    const draft = await aDraft(db)
    draft.gateway.set(draft.ref, 'approved')
    await waitOut(draft)
    expect(await stateOf(db, draft.orderId)).toMatchObject({
      fulfilment: 'accepted',
      paymentState: 'paid',
      saga: 'completed',
    })
  })

  test('a gateway that cannot say is asked again before anything is let go', async () => {
    const draft = await aDraft(db)
    draft.gateway.set(draft.ref, 'approved')
    draft.gateway.lost.query = 1
    await waitOut(draft, 10)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'draft' })
    await waitOut(draft, 11)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ paymentState: 'paid' })
  })

  test('money found later on a draft that was let go is sent back', async () => {
    const draft = await aDraft(db)
    await waitOut(draft)
    draft.gateway.set(draft.ref, 'approved')
    await waitOut(draft, 30)
    expect(draft.gateway.kept).toBe(0)
    expect(await stateOf(db, draft.orderId)).toMatchObject({ fulfilment: 'expired', paymentState: 'refunded' })
  })

  test('a draft that was never sent to pay simply expires', async () => {
    const shop = await aShop(db)
    const deps = testDeps(db)
    const { orderId } = await anOrder(db, shop, { state: 'draft', deps })
    await waitOut({ shop, deps })
    expect(await stateOf(db, orderId)).toMatchObject({ fulfilment: 'expired' })
  })
})

test('complaint 44: the last portion held by a draft is nobody else’s until it is released', async () => {
  const shop = await aShop(db)
  await counted(db, shop, shop.noodles, 1)
  const deps = testDeps(db)
  await anOrder(db, shop, { state: 'draft', deps })
  await expect(anOrder(db, shop)).rejects.toThrow()
  deps.setNow(later(11))
  await drain(deps, { brandId: shop.brandId })
  await anOrder(db, shop)
})
