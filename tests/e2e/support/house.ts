import { createHash, randomBytes } from 'node:crypto'
import type { Cookie } from '@playwright/test'
import type { Db } from '../../../src/db/connect'
import { addLine } from '../../../src/domain/cart/add-line'
import { rejectOrder } from '../../../src/domain/orders/reject-order'
import { openCharge } from '../../../src/domain/payments/demo/bank'
import { newId } from '../../../src/domain/shared/ids'
import { inTransaction } from '../../../src/domain/shared/in-transaction'
import { ok } from '../../../src/domain/shared/result'
import { anOrder, type OrderState } from '../../support/orders'
import { act, guestCtx, must, staffCtx } from '../../support/world'
import { aCode, aCrew, type Crew } from './crew'
import { aNoodleShop, counted, type NoodleShop } from './shops'

/** A shop in the middle of its day: a guest's order in every state, a cart, something sold out. */
export type House = {
  shop: NoodleShop
  /** A shop that accepts orders by hand, with one that waits for it. */
  careful: { shop: NoodleShop; order: string }
  /** Orders of one guest, by state. */
  orders: Record<OrderState | 'rejected', string>
  /** What the demo bank was asked for. */
  charge: string
  /** Makes a browser this guest's. */
  guest: Pick<Cookie, 'name' | 'value'>
  /** Who works here, and who comes here. */
  crew: Crew
  /** Codes that this guest was asked for. */
  codes: Record<'signUp' | 'reset' | 'phone', string>
}

const states: OrderState[] = [
  'draft',
  'placed',
  'paid',
  'preparing',
  'ready',
  'out_for_delivery',
  'completed',
  'cancelled',
]

export async function aHouse(db: Db): Promise<House> {
  const shop = await aNoodleShop(db)
  const value = randomBytes(24).toString('base64url')
  const visitor = createHash('sha256').update(value).digest('hex')
  const now = new Date()
  const by = guestCtx(shop, visitor, now)
  const line = { dishId: shop.noodles, optionIds: [shop.knifeCut], quantity: 2, note: '不要蔥，對花生過敏' }
  const orders: Partial<House['orders']> = {}
  for (const state of states) {
    const isBrought = state === 'out_for_delivery'
    const input = isBrought ? { orderType: 'delivery' as const, address: '永康街 31 巷 4 號' } : {}
    orders[state] = (await anOrder(db, shop, { state, by, now, lines: [line], input })).orderId
  }
  const carefulShop = await aNoodleShop(db, { autoAccept: false })
  const careful = { now, lines: [{ ...line, dishId: carefulShop.noodles, optionIds: [carefulShop.thin] }] }
  const waiting = await anOrder(db, carefulShop, careful)
  const rejected = await anOrder(db, carefulShop, { ...careful, by: guestCtx(carefulShop, visitor, now) })
  must(await act(db, rejectOrder, staffCtx(carefulShop, { now }), { orderId: rejected.orderId, cause: 'too_busy' }))
  orders.rejected = rejected.orderId

  must(await act(db, addLine, by, { ...line, key: newId() }))
  await counted(db, shop, shop.tea, 0)
  const crew = await aCrew(db, shop)
  const nobody = { phone: '+886912000999', accountId: null }
  const codes = {
    signUp: await aCode(db, 'sign_up', nobody, visitor),
    reset: await aCode(db, 'reset', nobody, visitor),
    phone: await aCode(db, 'change_phone', { ...nobody, accountId: crew.customer.accountId }, visitor),
  }
  return {
    ...{ crew, codes },
    shop,
    charge: await aCharge(db),
    careful: { shop: carefulShop, order: waiting.orderId },
    orders: orders as House['orders'],
    guest: { name: 'visitor', value },
  }
}

async function aCharge(db: Db): Promise<string> {
  const links = { returnUrl: '/', cancelUrl: '/', callbackUrl: '/', callbackKey: 'k' }
  const asked = { merchantRef: newId(), amount: 390, currency: 'TWD', title: '阿芳小吃', lang: '', ...links }
  const opened = await inTransaction(db, async (tx) => ok(await openCharge(tx, new Date(), asked)))
  return must(opened).id
}
