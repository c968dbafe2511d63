import type { Db } from '../../db/connect'
import { callNumber } from '../shared/call-number'
import type { Ctx } from '../shared/ctx'

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
export async function stockLog(db: Db, ctx: Ctx, inventoryId: string, limit = 100): Promise<StockEntry[]> {
  const rows = await db
    .selectFrom('stockLog as l')
    .leftJoin('orders as o', (on) => on.onRef('o.brandId', '=', 'l.brandId').onRef('o.id', '=', 'l.orderId'))
    .select(['l.id', 'l.type', 'l.stockBefore', 'l.stockAfter', 'l.change', 'l.reason', 'l.orderId', 'l.actor', 'l.at'])
    .select('o.sequence')
    .where('l.brandId', '=', ctx.brandId)
    .where('l.storeId', '=', ctx.storeId)
    .where('l.inventoryId', '=', inventoryId)
    .orderBy('l.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ stockBefore, stockAfter, reason, sequence, type, ...entry }) => ({
    ...entry,
    type: type as StockEntry['type'],
    before: stockBefore,
    after: stockAfter,
    cause: reason,
    orderNumber: callNumber(sequence),
  }))
}
