import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { staffOrder } from './find-order'
import type { OrderRefusal } from './refusals'
import { compensate } from './saga/compensate'

/** Staff decline a placed order, saying why; everything is put back. Twice is harmless. Refuses: not_found, cause_missing, illegal_move. */
export async function rejectOrder(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; cause: string },
): Promise<Result<{ orderId: string }, OrderRefusal | { reason: 'cause_missing' }>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  if (order.fulfilment === 'rejected') return ok({ orderId: order.id })
  const cause = input.cause.trim()
  if (!cause) return refuse({ reason: 'cause_missing' })
  if (order.fulfilment !== 'placed') return refuse({ reason: 'illegal_move', from: order.fulfilment, event: 'reject' })
  const back = await compensate(tx, ctx, order, {
    event: 'reject',
    reason: cause,
    audit: { action: 'order.reject', subjectId: order.id, before: { fulfilment: order.fulfilment }, after: { cause } },
  })
  return back.ok ? ok({ orderId: order.id }) : refuse(back.refusal as OrderRefusal)
}
