import type { Db } from '../../db/connect'
import type { MenuPicture } from '../menu/content'
import type { Ctx, Texts } from '../shared/ctx'

export type StockRow = {
  /** null until the subject is first counted or stopped. */
  inventoryId: string | null
  dishId: string | null
  optionId: string | null
  name: Texts
  /** The menu category of a dish, the option category of an option. */
  categoryId: string
  category: Texts
  /** As the menu shows the dish; an option has none. */
  picture: MenuPicture | null
  plate: string
  isDrink: boolean
  isTracked: boolean
  totalStock: number
  hasOnlineQuota: boolean
  availableStock: number
  alertLevel: number
  targetLevel: number
  isStopped: boolean
  isSoldOut: boolean
  isLow: boolean
  /** Taken by open orders that have not been completed. */
  heldQuantity: number
}

/** Everything the store's live menu sells, in menu order, with what is left of it. One round trip and the cached menu. */
export async function stockList(_db: Db, _ctx: Ctx): Promise<StockRow[]> {
  throw new Error('in the next slice')
}

export type StockEntry = {
  id: string
  type: 'count' | 'restock' | 'adjust' | 'hold' | 'sale' | 'release' | 'return' | 'waste' | 'refresh'
  before: number
  after: number
  change: number
  cause: string
  orderId: string | null
  orderNumber: string | null
  actor: string
  at: Date
}

/** The movements of one stock row, newest first (R24). */
export async function stockLog(_db: Db, _ctx: Ctx, _inventoryId: string, _limit = 100): Promise<StockEntry[]> {
  throw new Error('in the next slice')
}
