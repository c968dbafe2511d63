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
import { businessDayOf, counterCte, numberSet } from './number'
import type { IllegalFulfilment, IllegalPayment } from './refusals'
import type { WorkOrder } from './work/work-order'

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

type HistoryRow = { id: string; clock: 'fulfilment' | 'payment'; from: string; to: string; status: string }

/**
 * The guarded move: both clocks by their tables, compare-and-set in SQL, the history row in the same statement (R7, R9).
 * Several moves go as one. The order in memory moves along. Refuses: illegal_move.
 */
export async function moveOrder(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  moves: readonly Move[],
  options: MoveOptions = {},
): Promise<Result<void, IllegalFulfilment | IllegalPayment>> {
  const planned = plan(order, moves)
  if (!planned.ok) return planned
  const { fulfilment, paymentState, history } = planned.value
  const sequence = await write(tx, ctx, order, planned.value, options)

  order.fulfilment = fulfilment
  order.paymentState = paymentState
  if (history.some((row) => row.to === 'preparing')) order.startedAt ??= ctx.now
  if (options.promisedAt) order.promisedAt = options.promisedAt
  if (options.final) Object.assign(order, { isFinalized: true, businessDay: businessDayOf(order, ctx), sequence })
  announce(tx, `store:${order.storeId}:orders`, `order:${order.id}`)
  return ok(undefined)
}

type Plan = Pick<WorkOrder, 'fulfilment' | 'paymentState'> & { history: HistoryRow[] }

function plan(order: WorkOrder, moves: readonly Move[]): Result<Plan, IllegalFulfilment | IllegalPayment> {
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

async function write(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  to: Plan,
  { reason = null, final, promisedAt, audit }: MoveOptions,
) {
  const set = [sql`fulfilment = ${to.fulfilment}`, sql`payment_state = ${to.paymentState}`]
  for (const { clock, to: state } of to.history)
    if (clock === 'fulfilment') set.push(...stamps(state as Fulfilment, ctx, reason))
  if (promisedAt) set.push(sql`promised_at = ${promisedAt}`)
  // What staff do to an order they have seen; a store that accepts by itself has seen nothing yet (R35).
  if (audit) set.push(sql`acknowledged_at = coalesce(acknowledged_at, ${ctx.now})`)
  if (final) set.push(numberSet(order, ctx))
  const { rows } = await sql<{ sequence: number | null }>`
    with ${final ? counterCte(order, ctx) : sql``} moved as (
      update orders o set ${sql.join(set)} ${final ? sql`from counter` : sql``}
      where o.brand_id = ${order.brandId} and o.id = ${order.id}
        and o.fulfilment = ${order.fulfilment} and o.payment_state = ${order.paymentState}
      returning o.id, o.sequence),
    ${audit ? sql`audited as (${auditRow(ctx, audit, sql`moved`)}),` : sql``}
    noted as (
      insert into order_status_history (brand_id, id, order_id, clock, from_state, to_state, status, actor, reason, at)
      select ${order.brandId}, h.id, moved.id, h.clock, h.from, h.to, h.status, ${actorName(ctx.actor)}, ${reason}, ${ctx.now}
      from moved, jsonb_to_recordset(${JSON.stringify(to.history)}::jsonb)
        as h(id uuid, clock text, "from" text, "to" text, status text))
    select sequence from moved`.execute(tx)
  if (rows.length !== 1) throw new Error(`order ${order.id} moved under its lock`)
  return rows[0]!.sequence
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
