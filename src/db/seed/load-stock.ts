import { newId } from '../../domain/shared/ids'
import type { Tx } from '../connect'
import { at, type Catalogue } from './catalogue'
import type { StoreData } from './shape'

/** The first count of what the store keeps track of, written to the log as any count is (R24). */
export async function countStock(
  tx: Tx,
  data: StoreData,
  { brandId, dishes, options }: Catalogue,
  storeId: string,
  now: Date,
) {
  const rows = data.stock.map(({ dish, option, total, alert, target, isStopped }) => ({
    brandId,
    id: newId(),
    storeId,
    dishId: dish ? at(dishes, dish) : null,
    optionId: option ? at(options, option) : null,
    isTracked: !isStopped,
    totalStock: total,
    alertLevel: alert,
    targetLevel: target,
    isStopped,
  }))
  const log = rows
    .filter((row) => row.totalStock > 0)
    .map(({ id, totalStock }) => ({
      brandId,
      id: newId(),
      storeId,
      inventoryId: id,
      stockBefore: 0,
      stockAfter: totalStock,
      change: totalStock,
      type: 'count' as const,
      actor: 'demo',
      at: now,
    }))
  await tx.insertInto('inventory').values(rows).execute()
  await tx.insertInto('stockLog').values(log).execute()
}
