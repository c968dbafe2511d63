import { createHash } from 'node:crypto'
import type { Db } from '../../../db/connect'
import { worksAt } from '../../people/may'
import { callNumber } from '../../shared/call-number'
import type { Ctx } from '../../shared/ctx'
import { ok, type Result, refuse } from '../../shared/result'
import { isOwner } from '../may-see'
import type { Placed, PlaceInput } from './place-input'

/** What was asked, so that a key used for something else is noticed. The cart is not part of it: the first order emptied it. */
export function hashOf({ key: _, ...asked }: PlaceInput): string {
  return createHash('sha256')
    .update(JSON.stringify(asked, Object.keys(asked).toSorted().concat(lineKeys)))
    .digest('base64')
}

const lineKeys = ['dishId', 'optionIds', 'quantity', 'note']

/**
 * The first answer to this key, when there was one (R6). Another body is key_reused; another person's key is not_found, and tells nothing.
 * null when the key is new.
 */
export async function replayed(
  db: Db,
  ctx: Ctx,
  input: PlaceInput,
): Promise<Result<Placed, { reason: 'not_found' } | { reason: 'key_reused' }> | null> {
  const order = await db
    .selectFrom('orders as o')
    .innerJoin('payment as p', (on) => on.onRef('p.brandId', '=', 'o.brandId').onRef('p.orderId', '=', 'o.id'))
    .select([
      'o.id',
      'o.brandId',
      'o.storeId',
      'o.accountId',
      'o.visitor',
      'o.channel',
      'o.requestHash',
      'o.sequence',
      'o.total',
    ])
    .select('p.id as paymentId')
    .where('o.brandId', '=', ctx.brandId)
    .where('o.idempotencyKey', '=', input.key)
    .orderBy('p.id')
    .executeTakeFirst()
  if (!order) return null
  const isMine = order.channel === 'counter' ? worksAt(ctx.actor, order) : isOwner(ctx.actor, order)
  if (!isMine || order.storeId !== ctx.storeId) return refuse({ reason: 'not_found' })
  if (order.requestHash !== hashOf(input)) return refuse({ reason: 'key_reused' })
  const { id, paymentId, total, sequence } = order
  return ok({ orderId: id, paymentId, total, number: callNumber(sequence), replayed: true })
}
