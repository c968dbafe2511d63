import { sql } from 'kysely'
import type { Tx } from '../../../db/connect'
import type { Priced } from '../../cart/price-cart'
import { jobCall } from '../../outbox/enqueue'
import { actorName, type Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { backlogOf } from '../../tickets/backlog'
import type { Backlog } from '../../tickets/estimate'
import { statusWord } from '../lifecycle'
import type { WorkOrder } from '../work/work-order'
import type { PlaceInput } from './place-input'

type Extra = { input: PlaceInput; priced: Priced; requestHash: string; menuVersionId: string; cartId: string | null }

/**
 * Writes the order with its lines and its first history, empties the cart, and sets the clock that ends a draft: one statement. The key is
 * unique, so the second of two taps waits here, before any stock is touched, and writes nothing (R6). Gives whether it was the first.
 */
export async function insertOrder(tx: Tx, ctx: Ctx, order: WorkOrder, extra: Extra): Promise<boolean> {
  const { input, priced } = extra
  const isDraft = order.fulfilment === 'draft'
  const isAccepted = order.fulfilment === 'accepted'
  const placedAt = isDraft ? null : ctx.now
  const lines = order.lines.map((line, i) => ({ ...line, position: i, share: priced.lines[i]?.discountShare ?? 0 }))
  const place = { brandId: order.brandId, storeId: order.storeId, orderId: order.id }
  const { rows } = await sql<{ backlog: Backlog | null }>`
    with ordered as (
      insert into orders (brand_id, id, store_id, customer_id, account_id, visitor, channel, order_type, fulfilment, payment_state,
        is_finalized, business_day, idempotency_key, request_hash, lang, currency, subtotal, discount_total, service_charge,
        delivery_fee, total, menu_version_id, contact_name, contact_phone, address, table_label, note, promised_at, held_until,
        kitchen_start, acknowledged_at, created_at, placed_at, accepted_at)
      select ${order.brandId}, ${order.id}, ${order.storeId}, coalesce(${input.customerId ?? null}::uuid, c.id), ${order.accountId},
        ${order.visitor}, ${order.channel}, ${order.orderType}, ${order.fulfilment}, ${order.paymentState}, false,
        ${order.businessDay}::date, ${input.key}, ${extra.requestHash}, ${order.lang}, ${order.currency}, ${priced.subtotal},
        ${priced.discountTotal}, ${priced.serviceCharge}, ${priced.deliveryFee}, ${priced.total}, ${extra.menuVersionId},
        ${nameOf(ctx, input)}, ${input.contactPhone?.trim() ?? ''}, ${order.address},
        ${order.orderType === 'dine_in' ? (input.tableLabel?.trim() ?? '') : ''}, ${input.note?.trim() ?? ''}, ${order.promisedAt},
        ${order.heldUntil}::timestamptz, ${order.kitchenStart}, ${order.acknowledgedAt}::timestamptz, ${ctx.now},
        ${placedAt}::timestamptz, ${isAccepted ? ctx.now : null}::timestamptz
      from (select) one left join customer c on c.brand_id = ${order.brandId} and c.account_id = ${order.accountId}::uuid
      on conflict (brand_id, idempotency_key) do nothing
      returning id),
    lined as (
      insert into order_line (brand_id, id, order_id, position, dish_id, name, options, quantity, unit_price, discount_share,
        line_total, note, station_id)
      select ${order.brandId}, l.id, ordered.id, l.position, l."dishId", l.name, l.options, l.quantity, l."unitPrice", l.share,
        l."unitPrice" * l.quantity, l.note, l."stationId"
      from ordered, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, position int, "dishId" uuid, name jsonb,
        options jsonb, quantity int, "unitPrice" int, share int, note text, "stationId" uuid)),
    noted as (
      insert into order_status_history (brand_id, id, order_id, clock, from_state, to_state, status, actor, at)
      select ${order.brandId}, h.id, ordered.id, 'fulfilment', h."from", h."to", h.status, ${actorName(ctx.actor)}, ${ctx.now}
      from ordered, jsonb_to_recordset(${JSON.stringify(historyOf(order))}::jsonb) as h(id uuid, "from" text, "to" text, status text)),
    emptied as (
      delete from cart_line l using ordered
      where l.brand_id = ${order.brandId} and l.cart_id = ${extra.cartId}::uuid)
    select ${isAccepted && order.kitchenStart === 'acceptance' ? backlogOf('s') : sql`null`} as backlog
      ${isDraft ? sql`, ${jobCall('order.expire', { ...place, round: 0 }, { runAt: order.heldUntil!, key: `expire:${order.id}` })} as job` : sql``}
    from ordered join store s on s.brand_id = ${order.brandId} and s.id = ${order.storeId}`.execute(tx)
  if (rows[0]?.backlog) order.backlog = rows[0].backlog
  return rows.length === 1
}

/** Someone who is signed in and leaves no name is called by their account's. */
const nameOf = ({ actor }: Ctx, { contactName, channel }: PlaceInput): string =>
  contactName?.trim() || (actor.kind === 'person' && channel !== 'counter' ? actor.name : '')

function historyOf({ fulfilment, paymentState }: WorkOrder) {
  const row = (from: string | null, to: 'draft' | 'placed' | 'accepted') => ({
    id: newId(),
    from,
    to,
    status: statusWord(to, paymentState),
  })
  if (fulfilment === 'draft') return [row(null, 'draft')]
  return fulfilment === 'accepted' ? [row(null, 'placed'), row('placed', 'accepted')] : [row(null, 'placed')]
}
