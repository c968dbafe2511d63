import { sql } from 'kysely'
import { enqueue } from '../../outbox/enqueue'
import type { Effect } from '../../shared/effect'
import { inTransaction } from '../../shared/in-transaction'
import { ok } from '../../shared/result'
import { extraMs, extraRounds } from '../paying/expire-order'

type Left = { brandId: string; storeId: string; orderId: string }
type LeftRefund = Left & { refundId: string }
type LeftStep = Left & { step: string; act: 'perform' | 'take_back' }

/** A job that is still on its way is given this long before its work counts as left behind. */
const graceS = 60

/**
 * Finds what a crash may have left without a job, and sends it on: sagas not begun, steps and refunds under way, drafts past their time,
 * future tickets past theirs (R16, complaint 40). Everything it sends is harmless when it was on its way all the same.
 */
export const sweepSagas: Effect<'saga.sweep'> = async (deps) => {
  const late = new Date(deps.now().getTime() - graceS * 1000)
  const past = new Date(late.getTime() - extraRounds * extraMs)
  await inTransaction<void, never>(deps.db, async (tx) => {
    const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(tx)).rows
    const begun = await rows(sql<Left>`
      select g.brand_id, o.store_id, g.order_id from saga g join orders o on o.brand_id = g.brand_id and o.id = g.order_id
      where g.status = 'pending_start' and g.updated_at < ${late} limit 200`)
    for (const left of begun) await enqueue(tx, 'order.advance', left, { key: `advance:${left.orderId}` })

    const steps = await rows(sql<LeftStep>`
      select g.brand_id, o.store_id, g.order_id, s.name as step,
        case when s.status = 'running' then 'perform' else 'take_back' end as act
      from saga g join orders o on o.brand_id = g.brand_id and o.id = g.order_id
        join saga_step s on s.brand_id = g.brand_id and s.saga_id = g.id
      where g.status in ('executing', 'compensating') and g.updated_at < ${late}
        and (s.status = 'running' or (s.status = 'undoing' and coalesce(s.undo_next_at, s.undo_started_at) < ${late}))
        and s.name not in ('order', 'payment') limit 200`)
    for (const { step, act, ...left } of steps) {
      await enqueue(tx, 'saga.step', { ...left, step, act }, { key: `step:${left.orderId}:${step}:${act}` })
    }

    const refunds = await rows(sql<LeftRefund>`
      select r.brand_id, o.store_id, p.order_id, r.id as refund_id from refund r
        join payment p on p.brand_id = r.brand_id and p.id = r.payment_id
        join orders o on o.brand_id = p.brand_id and o.id = p.order_id
      where r.status = 'pending' and r.by = 'gateway' and coalesce(r.next_at, r.created_at) < ${late} limit 200`)
    for (const left of refunds) await enqueue(tx, 'payment.refund', left, { key: `refund:${left.refundId}` })

    const drafts = await rows(sql<Left>`
      select brand_id, store_id, id as order_id from orders
      where ended_at is null and fulfilment = 'draft' and held_until < ${past} limit 200`)
    for (const left of drafts) {
      await enqueue(tx, 'order.expire', { ...left, round: extraRounds }, { key: `expire:${left.orderId}` })
    }

    const tickets = await rows(sql<Left>`
      select distinct brand_id, store_id, order_id from ticket
      where ready_at is null and dismissed_at is null and status = 'waiting' and release_at < ${late} limit 200`)
    for (const left of tickets) await enqueue(tx, 'ticket.release', left, { key: `release:${left.orderId}` })
    return ok(undefined)
  })
}
