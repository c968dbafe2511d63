import type { Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { staffOrder } from './find-order'
import { isOver } from './lifecycle'
import { moveOrder } from './move-order'
import type { OrderRefusal } from './refusals'
import { carryOnOrBack } from './saga/engine'

const minuteMs = 60_000

/**
 * Staff take a placed order on, and may say in how many minutes from now it will be ready: that moves the promise.
 * Accepting twice is harmless. Refuses: not_found, illegal_move.
 */
export async function acceptOrder(
  tx: Tx,
  ctx: Ctx,
  input: { orderId: string; minutes?: number },
): Promise<Result<{ orderId: string }, OrderRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  const isTaken = order.fulfilment !== 'draft' && order.fulfilment !== 'placed' && !isOver(order.fulfilment)
  if (isTaken) return ok({ orderId: order.id })

  const promise = input.minutes ? { promisedAt: promiseIn(ctx.now, input.minutes) } : {}
  const moved = await moveOrder(tx, ctx, order, [{ fulfilment: 'accept' }], {
    ...promise,
    audit: { action: 'order.accept', subjectId: order.id, before: { fulfilment: order.fulfilment }, after: promise },
  })
  if (!moved.ok) return refuse(moved.refusal as OrderRefusal)
  await carryOnOrBack(tx, ctx, order)
  return ok({ orderId: order.id })
}

const promiseIn = (now: Date, minutes: number) => new Date(now.getTime() + minutes * minuteMs)
