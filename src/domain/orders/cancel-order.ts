import type { Tx } from '../../db/connect'
import { worksAt } from '../people/may'
import type { Ctx } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { visibleOrder } from './find-order'
import { isOver, kitchenStarted } from './lifecycle'
import { isOwner } from './may-see'
import type { CancelRefusal, OrderRefusal } from './refusals'
import { compensate } from './saga/compensate'

const longestCause = 300

/**
 * The one reversal (R17). A guest may until the kitchen starts; staff until completed, with a cause (R13). Cancelling twice is harmless.
 * Refuses: not_found, kitchen_started, cause_missing, illegal_move.
 */
export async function cancelOrder(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; cause?: string },
): Promise<Result<{ orderId: string }, CancelRefusal>> {
  const order = await visibleOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  if (order.fulfilment === 'cancelled') return ok({ orderId: order.id })
  if (isOver(order.fulfilment)) return refuse({ reason: 'illegal_move', from: order.fulfilment, event: 'cancel' })

  const isLate = kitchenStarted(order.fulfilment)
  const isStaff = worksAt(ctx.actor, order) && (isLate || !isOwner(ctx.actor, order))
  if (isLate && !isStaff) return refuse({ reason: 'kitchen_started' })
  const cause = input.cause?.trim().slice(0, longestCause)
  if (isStaff && !cause) return refuse({ reason: 'cause_missing' })
  const back = await compensate(tx, ctx, order, {
    event: 'cancel',
    reason: cause || 'guest',
    ...(isStaff && {
      audit: {
        action: 'order.cancel',
        subjectId: order.id,
        before: { fulfilment: order.fulfilment },
        after: { cause },
      },
    }),
  })
  return back.ok ? ok({ orderId: order.id }) : refuse(back.refusal as OrderRefusal)
}
