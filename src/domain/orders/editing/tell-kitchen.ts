import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import type { Ctx } from '../../shared/ctx'
import { announce } from '../../shared/in-transaction'
import { readBacklog } from '../../tickets/backlog'
import { createTickets } from '../../tickets/create-tickets'
import { follow } from '../cooking/cook'
import { moveOrder } from '../move-order'
import { queueTickets } from '../unit-of-work/queue-tickets'
import type { WorkLine, WorkOrder, WorkTicket } from '../unit-of-work/work-order'
import { flush } from '../unit-of-work/writes'
import type { ChangedLine, Plan } from './plan-edit'

/**
 * Tells the stations only the difference: NEW, CHANGED (from how many) and VOID, on the ticket they have, which counts its revisions
 * (R12, R34). A ticket with something new to make comes back to the board; one with nothing left is void. The order follows.
 */
export async function tellKitchen(tx: Tx, ctx: Ctx, order: WorkOrder, plan: Plan): Promise<void> {
  if (order.saga.steps.get('kitchen')?.status !== 'done') return
  for (const ticket of order.tickets.filter(({ status }) => status !== 'cancelled')) {
    const changed = plan.changed.filter(({ line }) => ticket.lines.some(({ id }) => id === line.id))
    const added = plan.added.filter(({ stationId }) => stationId === ticket.stationId)
    if (changed.length + added.length > 0) await revise(tx, ctx, order, ticket, changed, added)
  }
  const stations = new Set(
    order.tickets.filter(({ status }) => status !== 'cancelled').map(({ stationId }) => stationId),
  )
  await openTickets(
    tx,
    ctx,
    order,
    plan.added.filter(({ stationId }) => !stations.has(stationId)),
  )
  announce(tx, `store:${ctx.storeId}:tickets`, `order:${order.id}`)

  const live = order.tickets.some(({ status }) => status !== 'cancelled')
  const isDone = !live && (order.fulfilment === 'accepted' || order.fulfilment === 'preparing')
  const events = isDone ? (['finish'] as const) : follow(order)
  if (events.length > 0)
    await moveOrder(
      tx,
      ctx,
      order,
      events.map((fulfilment) => ({ fulfilment })),
      { reason: 'revision' },
    )
  await flush(tx, order)
}

async function revise(
  tx: Tx,
  ctx: Ctx,
  order: WorkOrder,
  ticket: WorkTicket,
  changed: readonly ChangedLine[],
  added: readonly WorkLine[],
): Promise<void> {
  for (const { line, quantity } of changed) {
    const isVoid = quantity === 0
    await sql`update ticket_line set change = ${isVoid ? 'void' : 'changed'}, is_done = ${isVoid} and is_done,
        previous_quantity = ${isVoid ? null : sql`quantity`}, quantity = ${isVoid ? sql`quantity` : quantity}
      where brand_id = ${ctx.brandId} and ticket_id = ${ticket.id} and order_line_id = ${line.id}`.execute(tx)
    if (isVoid) ticket.lines = ticket.lines.filter(({ id }) => id !== line.id)
  }
  for (const { id, quantity } of added) {
    await sql`insert into ticket_line (brand_id, ticket_id, order_line_id, quantity, change)
      values (${ctx.brandId}, ${ticket.id}, ${id}, ${quantity}, 'new')`.execute(tx)
    ticket.lines.push({ id, isDone: false })
  }
  if (ticket.lines.length === 0) {
    await queueTickets(tx, ctx, order, [ticket], 'void')
    return flush(tx, order)
  }
  const hasMore = added.length > 0 || changed.some(({ before, quantity }) => quantity > before)
  const isBack = ticket.status === 'ready' && hasMore
  await sql`update ticket set revision = revision + 1, seen_at = null
      ${isBack ? sql`, status = 'preparing', ready_at = null` : sql``}
    where brand_id = ${ctx.brandId} and id = ${ticket.id}`.execute(tx)
  if (isBack) ticket.status = 'preparing'
}

async function openTickets(tx: Tx, ctx: Ctx, order: WorkOrder, lines: readonly WorkLine[]): Promise<void> {
  const backlog = await readBacklog(tx, ctx)
  const { prepMinutes } = order.store
  const input = { orderId: order.id, lines, backlog, prepMinutes, dueAt: order.promisedAt, releaseAt: null }
  const { tickets, rows } = await createTickets(tx, ctx, input)
  if (!rows) return
  await rows.tickets.execute(tx)
  await rows.lines.execute(tx)
  order.tickets.push(...tickets)
}
