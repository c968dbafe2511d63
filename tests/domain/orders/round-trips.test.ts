import { expect, test } from 'vitest'
import { addLine } from '../../../src/domain/cart/add-line'
import { cartView } from '../../../src/domain/cart/queries'
import { type PlaceInput, placeOrder } from '../../../src/domain/orders/place-order'
import { newId } from '../../../src/domain/shared/ids'
import { freshDb } from '../../support/db'
import { placeInput } from '../../support/orders'
import { roundTripsOf } from '../../support/round-trips'
import { act, aShop, guestCtx, must } from '../../support/world'

const { db, pool } = await freshDb()

const cases: [string, Record<string, unknown>, Partial<PlaceInput>][] = [
  ['cash, cooked when paid', {}, {}],
  ['cash, accepted by staff later', { autoAccept: false }, {}],
  ['cash, cooked at once on acceptance', { kitchenStart: 'acceptance' }, {}],
  ['cash, delivered, cooked at once', { kitchenStart: 'acceptance' }, { orderType: 'delivery', address: '金山南路' }],
  ['online', {}, { paymentMethod: 'online' }],
]

test.each(cases)('R44: an order of three dishes (%s) takes at most eight round trips', async (_name, store, input) => {
  const shop = await aShop(db, { store, stock: { noodles: 10, salad: 10 } })
  const ctx = guestCtx(shop)
  for (const dishId of [shop.noodles, shop.salad, shop.tea])
    must(await act(db, addLine, ctx, { dishId, optionIds: [], quantity: 1, key: newId() }))
  // The menu is in this process already: whoever orders has just looked at it.
  await cartView(db, ctx)

  const { lines: _, ...fromCart } = placeInput(shop, input)
  const sent = await roundTripsOf(pool, async () => must(await act(db, placeOrder, ctx, fromCart)))
  expect(sent.length, sent.map((text) => text.trim().slice(0, 60)).join('\n')).toBeLessThanOrEqual(8)
})
