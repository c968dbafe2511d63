import { sql } from 'kysely'
import type { Db } from '../../../db/connect'
import { businessDay, datesAround } from '../../brands/business-day'
import type { Ctx } from '../../shared/ctx'
import type { Stored } from '../../shared/stored'
import { isOver, type OrderType, type StatusWord } from '../lifecycle'
import { maxUndoAttempts } from './backoff'
import type { SagaStatus, StepStatus } from './lifecycle'
import { asSaga, type StoredSaga, sagaJson } from './saga-rows'
import { allSteps, mayRetry } from './saga-steps'
import { isInSight, isStuck } from './stuck'

export type SagaRow = {
  sagaId: string
  orderId: string
  number: string | null
  status: SagaStatus
  /** It is putting things back, or met trouble, or does not move: somebody should look. */
  isStuck: boolean
  error: string | null
  /** Why the order ended: one of our codes, or somebody's words. */
  endReason: string | null
  orderType: OrderType
  orderStatus: StatusWord
  contactName: string
  total: number
  currency: string
  createdAt: Date
  updatedAt: Date
}

export type StepView = {
  name: string
  /** null: the order never came this far. */
  status: StepStatus | null
  output: unknown
  attempts: number
  error: string | null
  startedAt: Date | null
  finishedAt: Date | null
  undoAttempts: number
  undoError: string | null
  undoStartedAt: Date | null
  undoNextAt: Date | null
  undoneAt: Date | null
}

export type SagaDetail = SagaRow & {
  executedSteps: string[]
  payload: Record<string, unknown>
  contactPhone: string
  address: string
  endedAt: Date | null
  lines: { name: Record<string, string>; quantity: number; lineTotal: number }[]
  /** All steps in their order, reached or not. */
  steps: StepView[]
  /** Undo retries of a refund before it waits for a person. */
  maxUndoAttempts: number
  mayRetry: boolean
  mayTurnBack: boolean
  mayBeSettledByHand: boolean
}

export type SagaFilter = { show?: 'open' | 'needs_you' | 'all'; limit?: number; cursor?: string | null }

export type SagaList = {
  items: SagaRow[]
  nextCursor: string | null
  /** Turned back today and all put back, newest first; only beside those that need somebody. */
  settled: SagaRow[]
  counts: { needsYou: number; open: number; today: number; todayDone: number }
}

const settledShown = 20

type ListRow = {
  page: Stored<StoredSaga>[] | null
  settled: Stored<StoredSaga>[] | null
  days: { day: string; today: number; todayDone: number }[] | null
  needsYou: number
  open: number
  timeZone: string
  cutoffMinute: number
}

/** A store's sagas, newest first, with the day's counts. One round trip. */
export async function sagaList(db: Db, ctx: Ctx, filter: SagaFilter = {}): Promise<SagaList> {
  const { show = 'all', cursor = null } = filter
  const limit = Math.min(Math.max(1, filter.limit ?? 50), 200)
  const { from, to } = datesAround(ctx.now, 1, 0)
  const here = sql`from saga g join orders o on o.brand_id = g.brand_id and o.id = g.order_id
    where g.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId}`
  const shown = {
    all: sql`true`,
    open: sql`${isInSight} and g.status <> 'completed'`,
    needs_you: sql`${isInSight} and ${isStuck(ctx.now)}`,
  }
  const { rows } = await sql<ListRow>`
    with recent as materialized (
      select o.business_day, g.id, g.status, g.error from orders o join saga g on g.brand_id = o.brand_id and g.order_id = o.id
      where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.business_day between ${from} and ${to})
    select s.time_zone, s.cutoff_minute,
      (select json_agg(p.row order by p.id desc) from (select g.id, ${sagaJson(ctx.now)} as row ${here} and ${shown[show]}
        ${cursor ? sql`and g.id < ${cursor}` : sql``} order by g.id desc limit ${limit + 1}) p) as page,
      (select json_agg(p.row order by p.id desc) from (select g.id, ${sagaJson(ctx.now)} as row ${here} and ${show === 'needs_you'}
        and g.id in (select r.id from recent r where r.status = 'compensated' order by r.id desc
          limit ${sql.lit(settledShown)})) p) as settled,
      (select json_agg(json_build_object('day', d.business_day, 'today', d.today, 'todayDone', d.today_done)) from (
        select business_day, count(*) as today, count(*) filter (where status = 'completed' and error is null) as today_done
        from recent group by business_day) d) as days,
      (select count(*) ${here} and ${isInSight} and ${isStuck(ctx.now)}) as needs_you,
      (select count(*) ${here} and ${isInSight} and g.status <> 'completed') as open
    from store s where s.brand_id = ${ctx.brandId} and s.id = ${ctx.storeId}`.execute(db)
  const row = rows[0]
  const today = row ? businessDay(ctx.now, row.timeZone, row.cutoffMinute) : null
  const page = row?.page ?? []
  const items = page.slice(0, limit).map(asSaga)
  const { today: begun = 0, todayDone = 0 } = row?.days?.find(({ day }) => day === today) ?? {}
  return {
    items,
    nextCursor: page.length > limit ? (items.at(-1)?.sagaId ?? null) : null,
    settled: (row?.settled ?? []).filter((it) => it.businessDay === today).map(asSaga),
    counts: { needsYou: row?.needsYou ?? 0, open: row?.open ?? 0, today: begun, todayDone },
  }
}

type DetailRow = Pick<SagaDetail, 'executedSteps' | 'payload' | 'contactPhone' | 'address' | 'endedAt' | 'lines'> & {
  saga: Stored<StoredSaga>
  steps: Stored<StepView>[] | null
  hasOpenRefund: boolean
}

/** One order's saga with every step; null when there is none at this store. One round trip. */
export async function sagaDetail(db: Db, ctx: Ctx, orderId: string): Promise<SagaDetail | null> {
  const { rows } = await sql<DetailRow>`
    select ${sagaJson(ctx.now)} as saga, g.executed_steps, g.payload, o.contact_phone, o.address, o.ended_at,
      (select coalesce(json_agg(json_build_object('name', l.name, 'quantity', l.quantity, 'lineTotal', l.line_total)
          order by l.position), '[]')
        from order_line l where l.brand_id = o.brand_id and l.order_id = o.id and not l.is_void) as lines,
      (select json_agg(json_build_object('name', st.name, 'status', st.status, 'output', st.output, 'attempts', st.attempts,
          'error', st.error, 'startedAt', st.started_at, 'finishedAt', st.finished_at, 'undoAttempts', st.undo_attempts,
          'undoError', st.undo_error, 'undoStartedAt', st.undo_started_at, 'undoNextAt', st.undo_next_at, 'undoneAt', st.undone_at)
          order by st.position)
        from saga_step st where st.brand_id = g.brand_id and st.saga_id = g.id) as steps,
      exists (select from payment p join refund r on r.brand_id = p.brand_id and r.payment_id = p.id
        where p.brand_id = o.brand_id and p.order_id = o.id and r.status <> 'done') as has_open_refund
    from orders o join saga g on g.brand_id = o.brand_id and g.order_id = o.id
    where o.brand_id = ${ctx.brandId} and o.store_id = ${ctx.storeId} and o.id = ${orderId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { saga, steps: stored, hasOpenRefund, ...order } = row
  const steps = allSteps(stored ?? [])
  return {
    ...asSaga(saga),
    ...order,
    steps,
    maxUndoAttempts,
    mayRetry: mayRetry(saga, steps),
    mayTurnBack: !isOver(saga.fulfilment),
    mayBeSettledByHand: hasOpenRefund,
  }
}
