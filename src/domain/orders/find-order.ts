import type { Tx } from '../../db/connect'
import { worksAt } from '../people/may'
import type { Ctx } from '../shared/ctx'
import { maySee } from './may-see'
import { lockOrder } from './unit-of-work/lock-order'
import type { WorkOrder } from './unit-of-work/work-order'

/** The order, locked, if it belongs to this store and the actor works here; else null: what is not yours is not there. */
export async function staffOrder(tx: Tx, ctx: Ctx, orderId: string): Promise<WorkOrder | null> {
  const order = await lockOrder(tx, ctx.brandId, orderId)
  return order && order.storeId === ctx.storeId && worksAt(ctx.actor, order) ? order : null
}

/** The order, locked, for whoever may see it: who placed it, or who works there. */
export async function visibleOrder(tx: Tx, ctx: Ctx, orderId: string): Promise<WorkOrder | null> {
  const order = await lockOrder(tx, ctx.brandId, orderId)
  return order && order.storeId === ctx.storeId && maySee(ctx.actor, order) ? order : null
}
