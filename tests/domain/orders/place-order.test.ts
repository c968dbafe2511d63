import { expect, test } from 'vitest'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { freshDb } from '../../support/db'
import { anOrder, placeInput, stateOf } from '../../support/orders'
import { act, aShop, guestCtx, must } from '../../support/world'

const { db } = await freshDb()

test('a guest orders noodles with cash and gets the first number of the day', async () => {
  const shop = await aShop(db)
  const placed = must(await act(db, placeOrder, guestCtx(shop), placeInput(shop)))
  expect(placed).toMatchObject({ total: 180, number: '001', replayed: false })
  expect(await stateOf(db, placed.orderId)).toMatchObject({
    fulfilment: 'accepted',
    paymentState: 'unpaid',
    isFinalized: true,
    orderDateCode: '1120',
    saga: 'executing',
    executed: ['order', 'inventory'],
    steps: { order: 'done', inventory: 'done', payment: 'waiting' },
  })
})

test.each(['draft', 'placed', 'paid', 'preparing', 'ready', 'completed', 'cancelled'] as const)(
  'an order can be brought to %s',
  async (state) => {
    const shop = await aShop(db, { stock: { noodles: 5 } })
    const { orderId } = await anOrder(db, shop, { state })
    const seen = await stateOf(db, orderId)
    expect(seen.fulfilment).toBe(state === 'placed' || state === 'paid' ? 'accepted' : state)
  },
)
