import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import { isOver } from '../lifecycle'
import { compensate } from './compensate'
import type { SagaRefusal } from './refusals'

/** An admin gives an order up: its saga turns back and everything is undone. Refuses: not_found, cause_missing, illegal_move. */
export async function turnBackSaga(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; cause: string },
): Promise<Result<{ orderId: string }, SagaRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  const cause = input.cause.trim()
  if (!cause) return refuse({ reason: 'cause_missing' })
  const { status } = order.saga
  if (isOver(order.fulfilment)) return refuse({ reason: 'illegal_move', from: status, event: 'compensate' })
  const back = await compensate(tx, ctx, order, {
    event: 'cancel',
    reason: cause,
    audit: {
      action: 'saga.turn_back',
      subjectId: order.id,
      before: { status, fulfilment: order.fulfilment },
      after: { cause },
    },
  })
  return back.ok ? ok({ orderId: order.id }) : refuse({ reason: 'illegal_move', from: status, event: 'compensate' })
}
