import { systemCtx } from '../../shared/ctx'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { lockOrder } from '../unit-of-work/lock-order'
import { advance } from './engine'
import { saveSaga } from './save-saga'

/** Carries an order's saga on. A fault is written on the saga, where people see it, and the job is tried again. */
export const advanceOrder: Effect<'order.advance'> = async (deps, payload) => {
  const ctx = systemCtx(payload, deps.now(), 'saga')
  try {
    await inTransaction(deps.db, (tx) => advance(tx, ctx, payload.orderId))
  } catch (fault) {
    await inTransaction<void, never>(deps.db, async (tx) => {
      const order = await lockOrder(tx, ctx.brandId, payload.orderId)
      if (!order) return ok(undefined)
      order.saga.error = fault instanceof Error ? fault.message : String(fault)
      order.saga.isDirty = true
      await saveSaga(tx, ctx, order)
      return ok(undefined)
    })
    throw fault
  }
}
