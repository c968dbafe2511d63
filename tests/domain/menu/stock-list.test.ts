import { expect, test } from 'vitest'
import { stockLog } from '../../../src/domain/inventory/queries'
import { setStockRules } from '../../../src/domain/inventory/set-stock-rules'
import { stockList } from '../../../src/domain/menu/stock-list'
import { rolledBack } from '../../support/db'
import { anOrder } from '../../support/orders'
import { act, aShop, must, staffCtx } from '../../support/world'

test('the stock list has every dish in menu order, counted or not, with what open orders have taken', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx, { stock: { noodles: 10 } })
    must(await act(tx, setStockRules, staffCtx(shop), { dishId: shop.noodles, alertLevel: 9 }))
    await anOrder(tx, shop, { state: 'placed', lines: [{ dishId: shop.noodles, optionIds: [], quantity: 3 }] })

    const list = await stockList(tx, shop)

    expect(list.map(({ dishId }) => dishId)).toEqual([shop.noodles, shop.salad, shop.tea])
    expect(list[0]).toMatchObject({ isTracked: true, totalStock: 7, heldQuantity: 3, isLow: true, isSoldOut: false })
    expect(list[1]).toMatchObject({ inventoryId: null, isTracked: false, isSoldOut: false, heldQuantity: 0 })
  }))

test('R24: the log of a dish names who, how much and which order, newest first', () =>
  rolledBack(async (tx) => {
    const shop = await aShop(tx, { stock: { noodles: 10 } })
    await anOrder(tx, shop, { state: 'placed', lines: [{ dishId: shop.noodles, optionIds: [], quantity: 3 }] })
    const [noodles] = await stockList(tx, shop)

    const log = await stockLog(tx, staffCtx(shop), noodles?.inventoryId ?? '')

    expect(log.map(({ before, change, after }) => [before, change, after])).toEqual([
      [10, -3, 7],
      [0, 10, 10],
    ])
    expect(log[0]).toMatchObject({ orderNumber: '001' })
  }))
