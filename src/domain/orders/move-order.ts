import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { type AuditEntry, auditRow } from '../audit/record'
import { actorName, type Ctx } from '../shared/ctx'
import { newId } from '../shared/ids'
import { announce } from '../shared/in-transaction'
import { nextOf } from '../shared/lifecycle'
import { ok, type Result } from '../shared/result'
import {
  type Fulfilment,
  type FulfilmentEvent,
  fulfilmentLife,
  isOver,
  type PaymentEvent,
  paymentLife,
  statusWord,
} from './lifecycle'
import { businessDayOf, counter, numberSet } from './number'
import type { IllegalFulfilment, IllegalPayment } from './refusals'
import type { WorkOrder } from './unit-of-work/work-order'
import { flush, queue, type Waiting, type Write } from './unit-of-work/writes'

export type Move = { fulfilment: FulfilmentEvent } | { payment: PaymentEvent }

export type MoveOptions = {
  /** Why; kept in the history, and on the order when it ends. */
  reason?: string | null
  /** Takes the order's number from the store's counter and makes it final (R5). */
  final?: boolean
  /** A later or earlier promise. */
  promisedAt?: Date
  audit?: AuditEntry
}

/** What of an order a move needs. */
export type Moving = Waiting &
  Pick<WorkOrder, 'storeId' | 'store' | 'fulfilment' | 'paymentState' | 'businessDay' | 'startedAt' | 'promisedAt'>

type HistoryRow = { id: string; clock: 'fulfilment' | 'payment'; from: string; to: string; status: string }

/**
 * The guarded move: both clocks by their tables, compare-and-set in SQL, the history row in the same statement (R7, R9).
 * Several moves go as one. The order in memory moves along; the statement waits for `flush`. Refuses: illegal_move.
 */
export async function moveOrder(
  tx: Tx,
  ctx: Ctx,
  order: Moving,
  moves: readonly Move[],
  options: MoveOptions = {},
): Promise<Result<void, IllegalFulfilment | IllegalPayment>> {
  const planned = plan(order, moves)
  if (!planned.ok) return planned
  const { fulfilment, paymentState, history } = planned.value
  // A row that this statement would only then make cannot be moved by it.
  if (order.writes.some(({ name }) => name === 'ordered')) await flush(tx, order)
  await queue(tx, order, ...statements(ctx, order, planned.value, options))

  order.fulfilment = fulfilment
  order.paymentState = paymentState
  if (history.some((row) => row.to === 'preparing')) order.startedAt ??= ctx.now
  if (options.promisedAt) order.promisedAt = options.promisedAt
  if (options.final) order.businessDay = businessDayOf(order, ctx)
  announce(tx, `store:${order.storeId}:orders`, `order:${order.id}`)
  return ok(undefined)
}

type Plan = Pick<WorkOrder, 'fulfilment' | 'paymentState'> & { history: HistoryRow[] }

function plan(order: Moving, moves: readonly Move[]): Result<Plan, IllegalFulfilment | IllegalPayment> {
  let { fulfilment, paymentState } = order
  const history: HistoryRow[] = []
  for (const move of moves) {
    if ('fulfilment' in move) {
      const to = nextOf(fulfilmentLife, fulfilment, move.fulfilment)
      if (!to.ok) return to
      history.push({
        id: newId(),
        clock: 'fulfilment',
        from: fulfilment,
        to: to.value,
        status: statusWord(to.value, paymentState),
      })
      fulfilment = to.value
    } else {
      const to = nextOf(paymentLife, paymentState, move.payment)
      if (!to.ok) return to
      history.push({
        id: newId(),
        clock: 'payment',
        from: paymentState,
        to: to.value,
        status: statusWord(fulfilment, to.value),
      })
      paymentState = to.value
    }
  }
  return ok({ fulfilment, paymentState, history })
}

function statements(ctx: Ctx, order: Moving, to: Plan, options: MoveOptions): Write[] {
  const { reason = null, final, promisedAt, audit } = options
  const set = [sql`fulfilment = ${to.fulfilment}`, sql`payment_state = ${to.paymentState}`]
  for (const { clock, to: state } of to.history)
    if (clock === 'fulfilment') set.push(...stamps(state as Fulfilment, ctx, reason))
  if (promisedAt) set.push(sql`promised_at = ${promisedAt}`)
  // What staff do to an order they have seen; a store that accepts by itself has seen nothing yet (R35).
  if (audit) set.push(sql`acknowledged_at = coalesce(acknowledged_at, ${ctx.now})`)
  if (final) set.push(numberSet(order, ctx))
  const moved = sql`
    update orders o set ${sql.join(set)} ${final ? sql`from counter` : sql``}
    where o.brand_id = ${order.brandId} and o.id = ${order.id}
      and o.fulfilment = ${order.fulfilment} and o.payment_state = ${order.paymentState}
    returning o.id, o.sequence`
  const noted = sql`
    insert into order_status_history (brand_id, id, order_id, clock, from_state, to_state, status, actor, reason, at)
    select ${order.brandId}, h.id, ${order.id}, h.clock, h.from, h.to, h.status, ${actorName(ctx.actor)}, ${reason}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(to.history)}::jsonb) as h(id uuid, clock text, "from" text, "to" text, status text)`
  return [
    ...(final ? [counter(order, ctx)] : []),
    { name: 'moved', sql: moved, hits: 1, ...(final && { givesNumber: true }) },
    { name: 'noted', sql: noted },
    ...(audit ? [{ name: 'audited', sql: auditRow(ctx, audit) }] : []),
  ]
}

/** When each state was reached, and why an end was. */
function stamps(state: Fulfilment, ctx: Ctx, reason: string | null): RawBuilder<unknown>[] {
  if (isOver(state)) return [sql`ended_at = ${ctx.now}`, sql`end_reason = ${reason}`]
  switch (state) {
    case 'placed':
      return [sql`placed_at = ${ctx.now}`]
    case 'accepted':
      return [sql`accepted_at = ${ctx.now}`]
    case 'preparing':
      return [sql`started_at = coalesce(started_at, ${ctx.now})`]
    case 'ready':
      return [sql`ready_at = ${ctx.now}`]
    default:
      return []
  }
}
