import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import { audit } from '../../audit/record'
import { reserve, type ShortKey } from '../../inventory/reserve'
import { takeBack } from '../../inventory/take-back'
import { menuVersion } from '../../menu/version'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { ok, type Result, refuse } from '../../shared/result'
import { staffOrder } from '../find-order'
import type { Fulfilment } from '../lifecycle'
import { missingMoney } from '../paying/missing-money'
import { carryOnOrBack } from '../saga/engine'
import type { WorkOrder } from '../unit-of-work/work-order'
import { flush, queue } from '../unit-of-work/writes'
import { type Changes, type Plan, type PlanRefusal, planEdit, type Terms } from './plan-edit'
import { rebill } from './rebill'
import { tellKitchen } from './tell-kitchen'

export type EditInput = Changes & {
  orderId: string
  /** The revision the change was made on: a second tap, or somebody else's change in between, is refused (R6). */
  revision: number
}

export type Edited = { orderId: string; revision: number; total: number; missing: number }

export type EditRefusal =
  | PlanRefusal
  | { reason: 'not_editable'; fulfilment: Fulfilment }
  | { reason: 'changed_since'; revision: number }
  | { reason: 'sold_out'; keys: ShortKey[] }

/** Until it leaves the house; a draft is being paid for as it stands. */
const editable: Fulfilment[] = ['placed', 'accepted', 'preparing', 'ready']

type Row = Omit<Terms, 'lines'> & { revision: number; menuVersionId: string; tableLabel: string }

/**
 * Staff change an order after it was placed (R12): add, change, void, discount, move to another table. A new revision: repriced under the
 * order's own terms, stock moved by the difference, the bill made to fit, the kitchen told only the difference. Refuses as EditRefusal says.
 */
export async function editOrder(tx: Tx, ctx: Ctx, input: EditInput): Promise<Result<Edited, EditRefusal>> {
  const order = await staffOrder(tx, ctx, input.orderId)
  if (!order) return refuse({ reason: 'not_found' })
  const { rows } = await sql<Row>`
    select discount_total, service_charge_bp, delivery_fee, revision, menu_version_id, table_label
    from orders where brand_id = ${ctx.brandId} and id = ${order.id}`.execute(tx)
  const row = rows[0]!
  if (!editable.includes(order.fulfilment)) return refuse({ reason: 'not_editable', fulfilment: order.fulfilment })
  if (row.revision !== input.revision) return refuse({ reason: 'changed_since', revision: row.revision })
  const content = await menuVersion(tx, ctx.brandId, row.menuVersionId)
  const planned = planEdit({ ...row, lines: order.lines }, content, input)
  if (!planned.ok) return planned
  const plan = planned.value
  const revision = row.revision + 1

  const stocked = await moveStock(tx, ctx, order, plan)
  if (!stocked.ok) return stocked
  const before = { revision: row.revision, total: order.total, tableLabel: row.tableLabel }
  await writeRevision(tx, ctx, order, plan, { revision, tableLabel: input.tableLabel?.trim() ?? row.tableLabel })
  order.total = plan.bill.total
  order.saga.payload = { ...order.saga.payload, amount: order.total }
  order.saga.isDirty = true
  await rebill(tx, ctx, order, revision)
  await tellKitchen(tx, ctx, order, plan)
  await carryOnOrBack(tx, ctx, order)
  const { set, add, discount, tableLabel } = input
  const after = { revision, total: order.total, set, add, discount, tableLabel }
  await audit(tx, ctx, { action: 'order.edit', subjectId: order.id, before, after })
  announce(tx, `store:${ctx.storeId}:orders`, `order:${order.id}`)
  return ok({ orderId: order.id, revision, total: order.total, missing: missingMoney(order) })
}

async function moveStock(tx: Tx, ctx: Ctx, order: WorkOrder, { more, less }: Plan): Promise<Result<void, EditRefusal>> {
  if (more.size > 0) {
    const onlyIf = sql<boolean>`true`
    const taken = await reserve(tx, ctx, { orderId: order.id, wants: more, isFinal: true, useQuota: false, onlyIf })
    if (!taken.ok && taken.refusal.reason === 'short') return refuse({ reason: 'sold_out', keys: taken.refusal.keys })
    if (taken.ok && taken.value.held && taken.value.logged)
      await queue(tx, order, { name: 'held', sql: taken.value.held }, { name: 'logged', sql: taken.value.logged })
  }
  await takeBack(tx, ctx, { orderId: order.id, wants: less, isWaste: order.startedAt !== null })
  return ok(undefined)
}

async function writeRevision(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  { changed, added, lines, bill }: Plan,
  { revision, tableLabel }: { revision: number; tableLabel: string },
): Promise<void> {
  const isNew = new Set(added.map(({ id }) => id))
  const rows = lines.map((line, i) => ({ ...line, position: 1000 * revision + i }))
  const gone = changed.filter(({ quantity }) => quantity === 0).map(({ line }) => line.id)
  await queue(
    tx,
    order,
    {
      name: 'revised',
      hits: 1,
      sql: sql`update orders set revision = ${revision}, subtotal = ${bill.subtotal}, discount_total = ${bill.discountTotal},
          service_charge = ${bill.serviceCharge}, total = ${bill.total}, table_label = ${tableLabel}
        where brand_id = ${ctx.brandId} and id = ${order.id} and revision = ${revision - 1} returning id`,
    },
    {
      name: 'lines_changed',
      sql: sql`update order_line l set quantity = x.quantity, line_total = l.unit_price * x.quantity, discount_share = x.share
        from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[],
          ${lines.map(({ discountShare }) => discountShare)}::int[]) as x(id, quantity, share)
        where l.brand_id = ${ctx.brandId} and l.order_id = ${order.id} and l.id = x.id`,
    },
    {
      name: 'lines_void',
      sql: sql`update order_line set is_void = true, discount_share = 0
        where brand_id = ${ctx.brandId} and order_id = ${order.id} and id = any(${gone}::uuid[])`,
    },
    {
      name: 'lines_added',
      sql: sql`insert into order_line (brand_id, id, order_id, position, dish_id, name, options, quantity, unit_price, discount_share,
          line_total, note, station_id)
        select ${ctx.brandId}, l.id, ${order.id}, l.position, l."dishId", l.name, l.options, l.quantity, l."unitPrice",
          l."discountShare", l."unitPrice" * l.quantity, l.note, l."stationId"
        from jsonb_to_recordset(${JSON.stringify(rows.filter(({ id }) => isNew.has(id)))}::jsonb) as l(id uuid, position int,
          "dishId" uuid, name jsonb, options jsonb, quantity int, "unitPrice" int, "discountShare" int, note text, "stationId" uuid)`,
    },
  )
  await flush(tx, order)
}
