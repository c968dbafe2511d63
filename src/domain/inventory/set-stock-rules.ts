import type { Tx } from '../../db/connect'
import { audit } from '../audit/record'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { lockSubject, type Subject } from './subject'

export type StockRules = {
  isTracked?: boolean
  /** Staff are told from here down. */
  alertLevel?: number
  /** What it is refilled to. */
  targetLevel?: number
  /** Whether the web may only sell `availableStock` of it (R22). */
  hasOnlineQuota?: boolean
  availableStock?: number
}

const max = 1_000_000

/** How a subject is counted (R22); what is left unsaid stays. Audited. Refuses: not_found, bad_level (not a whole number from 0). */
export async function setStockRules(
  tx: Tx,
  ctx: Ctx,
  input: Subject & StockRules,
): Promise<Result<{ inventoryId: string }, { reason: 'not_found' } | { reason: 'bad_level' }>> {
  const { isTracked, alertLevel, targetLevel, hasOnlineQuota, availableStock } = input
  const isLevel = (n: number | undefined) => n === undefined || (Number.isInteger(n) && n >= 0 && n <= max)
  if (![alertLevel, targetLevel, availableStock].every(isLevel)) return refuse({ reason: 'bad_level' })
  const level = await lockSubject(tx, ctx, input)
  if (!level) return refuse({ reason: 'not_found' })

  const before = {
    isTracked: level.isTracked,
    alertLevel: level.alertLevel,
    targetLevel: level.targetLevel,
    hasOnlineQuota: level.hasOnlineQuota,
    availableStock: level.availableStock,
  }
  const after = {
    isTracked: isTracked ?? before.isTracked,
    alertLevel: alertLevel ?? before.alertLevel,
    targetLevel: targetLevel ?? before.targetLevel,
    hasOnlineQuota: hasOnlineQuota ?? before.hasOnlineQuota,
    availableStock: availableStock ?? before.availableStock,
  }
  await tx
    .updateTable('inventory')
    .set({ ...after, updatedAt: ctx.now })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', level.id)
    .execute()
  await audit(tx, ctx, { action: 'stock.rules', subjectId: level.id, before, after })
  announce(tx, `store:${ctx.storeId}:menu`)
  return ok({ inventoryId: level.id })
}
