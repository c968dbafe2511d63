import { asTimetable, type TextRow, type TimetableRow, textsOf, withOwn } from '../brands/rows'
import type { Place, Store, StoreTerms } from '../brands/store-view'
import type { StockState } from '../menu/availability'
import type { Texts } from '../shared/ctx'
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

/** The one row that a store page is read from; lists travel as JSON arrays of columns. */
export type Row = Omit<Place, 'brandName' | 'storeName'> &
  Omit<StoreTerms, 'address'> &
  TimetableRow & {
    brandName: string
    storeName: string
    description: string
    address: string
    texts: TextRow[] | null
    announcements: [string, Texts | null][] | null
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

export function storeOf({ texts, announcements, stock: _, cart: __, lines: ___, ...row }: Row): Store {
  const words = (id: string, field: string, own: string) => textsOf(row, texts, id, field, own)
  return {
    ...row,
    ...asTimetable(row, row),
    brandName: words(row.brandId, 'name', row.brandName),
    description: words(row.brandId, 'description', row.description),
    storeName: words(row.storeId, 'name', row.storeName),
    address: words(row.storeId, 'address', row.address),
    announcements: (announcements ?? []).map(([own, other]) => withOwn(row, own, other)),
  }
}

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
