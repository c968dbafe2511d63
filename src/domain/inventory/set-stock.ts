import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { lockSubject, type StockLevel, type Subject } from './subject'

export type StockInput = Subject & { cause?: string } & (
    | { type: 'count'; total: number }
    | { type: 'restock'; quantity: number }
    | { type: 'adjust'; change: number }
  )
export type StockRefusal =
  | { reason: 'not_found' }
  | { reason: 'below_zero'; left: number }
  | { reason: 'too_many'; max: number }

const max = 1_000_000

/**
 * Counts (`total` is what lies there), restocks or corrects by a `change` what is left of a subject; one never counted before starts
 * to be. Logged with its cause (R24) and audited. Refuses: not_found, below_zero, too_many.
 */
export async function setStock(
  tx: Tx,
  ctx: Ctx,
  input: StockInput,
): Promise<Result<{ inventoryId: string; before: number; after: number }, StockRefusal>> {
  const level = await lockSubject(tx, ctx, input)
  if (!level) return refuse({ reason: 'not_found' })
  const before = level.totalStock
  const after = wanted(level, input)
  if (after < 0 || (input.type === 'restock' && input.quantity < 0))
    return refuse({ reason: 'below_zero', left: before })
  if (after > max) return refuse({ reason: 'too_many', max })

  const available = level.hasOnlineQuota ? Math.min(level.availableStock, after) : level.availableStock
  await tx
    .updateTable('inventory')
    .set({ totalStock: after, availableStock: available, isTracked: true, updatedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', level.id)
    .execute()
  await tx
    .insertInto('stockLog')
    .values({
      brandId: ctx.brandId,
      id: newId(),
      storeId: ctx.storeId,
      inventoryId: level.id,
      stockBefore: before,
      stockAfter: after,
      change: after - before,
      type: input.type,
      reason: input.cause ?? '',
      actor: actorName(ctx.actor),
      at: ctx.now,
    })
    .execute()
  await audit(tx, ctx, {
    action: `stock.${input.type}`,
    subjectId: level.id,
    before: { total: before, isTracked: level.isTracked },
    after: { total: after, isTracked: true, cause: input.cause ?? '' },
  })
  announce(tx, `store:${ctx.storeId}:menu`)
  return ok({ inventoryId: level.id, before, after })
}

function wanted(level: StockLevel, input: StockInput): number {
  switch (input.type) {
    case 'count':
      return input.total
    case 'restock':
      return level.totalStock + input.quantity
    case 'adjust':
      return level.totalStock + input.change
  }
}
