import type { Store } from '../brands/store-view'
import type { StockState } from '../menu/availability'
import type { AskedLine, OrderType } from './price-cart'

export type CartLine = AskedLine & { unitPrice: number; menuVersionId: string }
export type Cart = { id: string | null; orderType: OrderType; lines: CartLine[] }

/** [id, dish, options, quantity, note, unit price, menu version] */
export type LineRow = [string, string, string[], number, string, number, string]

export const asCartLine = ([id, dishId, optionIds, quantity, note, unitPrice, menuVersionId]: LineRow): CartLine => ({
  id,
  dishId,
  optionIds,
  quantity,
  note,
  unitPrice,
  menuVersionId,
})

/** The one row that a store is read from, beside its facts; lists travel as JSON arrays of columns. */
export type Row = {
  brandId: string
  storeId: string
  revision: number
  stock: [string | null, string | null, boolean, boolean, number, number | null, number][] | null
  cart: [string, OrderType] | null
  lines: LineRow[] | null
}

/** The ways this store sells, in the order they are offered. */
export const orderTypesOf = (store: Pick<Store, 'takesDineIn' | 'takesTakeout' | 'takesDelivery'>): OrderType[] => [
  ...(store.takesDineIn ? (['dine_in'] as const) : []),
  ...(store.takesTakeout ? (['takeout'] as const) : []),
  ...(store.takesDelivery ? (['delivery'] as const) : []),
]

export const asStock = ([dishId, optionId, isStopped, isTracked, total, quota, alertLevel]: NonNullable<
  Row['stock']
>[number]): StockState => ({
  dishId,
  optionId,
  isStopped,
  isTracked,
  total,
  quota,
  alertLevel,
})

/** A cart remembers how the meal is to be had; a way the store no longer sells gives way to the first it does. */
export function cartOf({ cart, lines }: Row, store: Store): Cart {
  const types = orderTypesOf(store)
  const usual = types.includes('takeout') ? 'takeout' : (types[0] ?? 'takeout')
  return {
    id: cart?.[0] ?? null,
    orderType: cart && types.includes(cart[1]) ? cart[1] : usual,
    lines: (lines ?? []).map(asCartLine),
  }
}
