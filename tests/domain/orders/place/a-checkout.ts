import type { Db } from '../../../../src/db/connect'
import { addLine } from '../../../../src/domain/cart/add-line'
import { newId } from '../../../../src/domain/shared/ids'
import { placeInput } from '../../../support/orders'
import { act, guestCtx, must, publish, type Shop } from '../../../support/world'

export const one = (dishId: string, quantity = 1) => ({ dishId, optionIds: [], quantity })
export const put = async (db: Db, shop: Shop, ctx = guestCtx(shop), quantity = 1) => {
  must(await act(db, addLine, ctx, { ...one(shop.noodles, quantity), key: newId() }))
  return ctx
}
export const reprice = async (db: Db, shop: Shop, dishId: string, basePrice: number) => {
  await db.updateTable('dish').set({ basePrice }).where('id', '=', dishId).execute()
  await publish(db, shop)
}
/** The form of a checkout: what is in the cart is ordered. */
export const checkout = (shop: Shop, more = {}) => {
  const { lines: _, ...form } = placeInput(shop, more)
  return form
}
