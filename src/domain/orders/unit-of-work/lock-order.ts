import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/connect'
import { withTheNext } from '../../../db/prepared'
import { backlogOf } from '../../tickets/backlog'
import type { WorkOrder, WorkPayment, WorkSaga, WorkStep } from './work-order'
import { watchWrites } from './writes'

type Row = Omit<
  WorkOrder,
  'store' | 'saga' | 'lines' | 'payments' | 'tickets' | 'placing' | 'writes' | 'calls' | 'payWay'
> &
  WorkOrder['store'] & {
    lines: WorkOrder['lines']
    payments: (Omit<WorkPayment, 'paidAt' | 'refunds'> & {
      paidAt: string | null
      refunds: WorkPayment['refunds'] | null
    })[]
    tickets: WorkOrder['tickets'] | null
    saga: Pick<WorkSaga, 'id' | 'status' | 'payload' | 'error' | 'executedSteps'> & { createdAt: string }
    steps: Dated<WorkStep>[] | null
  }
type Dated<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

const date = (text: string | null) => (text === null ? null : new Date(text))

/**
 * Takes the order's lock, then reads it whole: nobody else changes anything of this order until the transaction ends.
 * Two statements, because one that waits for a lock has looked at the rest of the order before it waited.
 */
export async function lockOrder(tx: Tx, brandId: string, orderId: string): Promise<WorkOrder | null> {
  await sql`${withTheNext} select id from orders where brand_id = ${brandId} and id = ${orderId} for update`.execute(tx)
  const order = await readOrder(tx, brandId, orderId)
  if (order) watchWrites(tx, order)
  return order
}

/** An order with all that hangs on it, as it stands; under no lock unless `lockOrder` asked. */
export async function readOrder(db: Db, brandId: string, orderId: string): Promise<WorkOrder | null> {
  const { rows } = await sql<Row>`
    select o.brand_id, o.id, o.store_id, o.account_id, o.visitor, o.channel, o.order_type, o.fulfilment, o.payment_state,
      o.is_finalized, o.business_day, o.sequence, o.lang, o.currency, o.total, o.delivery_fee, o.address, o.kitchen_start,
      o.promised_at, o.held_until, o.acknowledged_at, o.created_at, o.started_at,
      s.auto_accept, s.time_zone, s.cutoff_minute, s.prep_minutes, s.delivery_minutes,
      (select jsonb_agg(jsonb_build_object('id', l.id, 'dishId', l.dish_id, 'name', l.name, 'options', l.options,
          'quantity', l.quantity, 'unitPrice', l.unit_price, 'note', l.note, 'stationId', l.station_id) order by l.position)
        from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines,
      (select jsonb_agg(jsonb_build_object('id', p.id, 'method', p.method, 'gateway', p.gateway, 'amount', p.amount,
          'status', p.status, 'refundPromised', p.refund_promised, 'refundedAmount', p.refunded_amount, 'tendered', p.tendered,
          'changeGiven', p.change_given, 'confirmedBy', p.confirmed_by, 'confirmKey', p.confirm_key, 'paidAt', p.paid_at, 'refunds',
          (select jsonb_agg(jsonb_build_object('id', r.id, 'by', r.by, 'amount', r.amount, 'status', r.status,
              'attempts', r.attempts) order by r.id)
            from refund r where r.brand_id = p.brand_id and r.payment_id = p.id)) order by p.id)
        from payment p where p.brand_id = o.brand_id and p.order_id = o.id) as payments,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'stationId', t.station_id, 'status', t.status, 'lines',
          (select jsonb_agg(jsonb_build_object('id', tl.order_line_id, 'isDone', tl.is_done)) from ticket_line tl
            where tl.brand_id = t.brand_id and tl.ticket_id = t.id)))
        from ticket t where t.brand_id = o.brand_id and t.order_id = o.id) as tickets,
      (select jsonb_build_object('id', d.id, 'status', d.status) from delivery d
        where d.brand_id = o.brand_id and d.order_id = o.id) as delivery,
      jsonb_build_object('id', g.id, 'status', g.status, 'payload', g.payload, 'error', g.error,
          'executedSteps', g.executed_steps, 'createdAt', g.created_at) as saga,
      case when not exists (select from ticket t where t.brand_id = o.brand_id and t.order_id = o.id)
        then ${backlogOf('s')} end as backlog,
      (select jsonb_agg(jsonb_build_object('name', st.name, 'position', st.position, 'status', st.status, 'output', st.output,
          'attempts', st.attempts, 'error', st.error, 'startedAt', st.started_at, 'finishedAt', st.finished_at,
          'undoAttempts', st.undo_attempts, 'undoError', st.undo_error, 'undoStartedAt', st.undo_started_at,
          'undoNextAt', st.undo_next_at, 'undoneAt', st.undone_at))
        from saga_step st where st.brand_id = o.brand_id and st.saga_id = g.id) as steps
    from orders o
    join store s on s.brand_id = o.brand_id and s.id = o.store_id
    join saga g on g.brand_id = o.brand_id and g.order_id = o.id
    where o.brand_id = ${brandId} and o.id = ${orderId}`.execute(db)
  const row = rows[0]
  return row ? asWork(row) : null
}

function asWork(row: Row): WorkOrder {
  const { autoAccept, timeZone, cutoffMinute, prepMinutes, deliveryMinutes, saga, steps, payments, tickets, ...order } =
    row
  return {
    ...order,
    store: { autoAccept, timeZone, cutoffMinute, prepMinutes, deliveryMinutes },
    payWay: payments[0]?.method === 'online' ? 'online' : 'cash',
    writes: [],
    calls: [],
    placing: null,
    payments: payments.map((p) => ({ ...p, paidAt: date(p.paidAt), refunds: p.refunds ?? [] })),
    tickets: tickets ?? [],
    saga: {
      ...saga,
      createdAt: new Date(saga.createdAt),
      steps: new Map((steps ?? []).map((step) => [step.name, asStep(step)])),
      dirty: new Set(),
      isDirty: false,
      isNew: false,
    },
  }
}

const asStep = (step: Dated<WorkStep>): WorkStep => ({
  ...step,
  startedAt: new Date(step.startedAt),
  finishedAt: date(step.finishedAt),
  undoStartedAt: date(step.undoStartedAt),
  undoNextAt: date(step.undoNextAt),
  undoneAt: date(step.undoneAt),
})
