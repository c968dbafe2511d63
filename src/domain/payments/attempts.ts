import { sql } from 'kysely'
import type { Db, Tx } from '../../db/connect'
import type { Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { nextOf } from '../shared/lifecycle'
import { type AttemptEvent, type AttemptStatus, attemptLife } from './lifecycle'

export type Attempt = {
  id: string
  brandId: string
  storeId: string
  orderId: string
  paymentId: string
  gateway: string
  externalRef: string | null
  paymentUrl: string | null
  status: AttemptStatus
  createdAt: Date
}

type Wanted =
  | { gateway: string; externalRef: string }
  | { brandId: string; attemptId: string }
  | { brandId: string; orderId: string }

/** Conversations with gateways: the one a gateway's reference names, one of ours, or all about an order, oldest first. */
export async function findAttempts(db: Db, wanted: Wanted): Promise<Attempt[]> {
  const where =
    'gateway' in wanted
      ? sql`a.gateway = ${wanted.gateway} and a.external_ref = ${wanted.externalRef}`
      : 'attemptId' in wanted
        ? sql`a.brand_id = ${wanted.brandId} and a.id = ${wanted.attemptId}`
        : sql`p.brand_id = ${wanted.brandId} and p.order_id = ${wanted.orderId}`
  const { rows } = await sql<Attempt>`
    select a.id, a.brand_id, o.store_id, p.order_id, a.payment_id, a.gateway, a.external_ref, a.payment_url, a.status, a.created_at
    from payment_attempt a
      join payment p on p.brand_id = a.brand_id and p.id = a.payment_id
      join orders o on o.brand_id = p.brand_id and o.id = p.order_id
    where ${where} order by a.id`.execute(db)
  return rows
}

/** Stores that a payment is about to be asked for, before anything is sent (R21). */
export async function openAttempt(tx: Tx, ctx: Ctx, input: { paymentId: string; gateway: string }): Promise<string> {
  const id = newId()
  await tx
    .insertInto('paymentAttempt')
    .values({ brandId: ctx.brandId, id, ...input, status: 'starting', createdAt: ctx.now })
    .execute()
  await tx
    .updateTable('payment')
    .set({ gateway: input.gateway })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', input.paymentId)
    .execute()
  return id
}

type Facts = { externalRef?: string | null; paymentUrl?: string | null; paymentId?: string; error?: string | null }

/** Moves an attempt by its table, compare-and-set; what the table does not allow (a late "declined" after an approval) changes nothing. */
export async function moveAttempt(
  tx: Tx,
  ctx: Ctx,
  attempt: Pick<Attempt, 'id' | 'status'>,
  event: AttemptEvent,
  facts: Facts = {},
): Promise<boolean> {
  const to = nextOf(attemptLife, attempt.status, event)
  if (!to.ok) return false
  const isSettled = to.value !== 'started' && to.value !== 'unknown'
  const { numUpdatedRows } = await tx
    .updateTable('paymentAttempt')
    .set({ status: to.value, ...facts, ...(isSettled && { settledAt: ctx.now }) })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', attempt.id)
    .where('status', '=', attempt.status)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  attempt.status = to.value
  return true
}

/** Notes what went wrong while an attempt stays as it is. */
export async function noteOnAttempt(tx: Tx, ctx: Ctx, attemptId: string, error: string): Promise<void> {
  await tx
    .updateTable('paymentAttempt')
    .set({ error })
    .where('brandId', '=', ctx.brandId)
    .where('id', '=', attemptId)
    .execute()
}
