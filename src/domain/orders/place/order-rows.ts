import { sql } from 'kysely'
import { orderDateCode } from '../../brands/business-day'
import type { Priced } from '../../cart/price-cart'
import { missingProfile } from '../../people/customers'
import { actorName, type Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { type Fulfilment, statusWord } from '../lifecycle'
import { counter } from '../number'
import type { WorkOrder } from '../unit-of-work/work-order'
import type { Write } from '../unit-of-work/writes'
import type { PlaceInput } from './place-input'

export type OrderFacts = {
  input: PlaceInput
  priced: Priced
  requestHash: string
  menuVersionId: string
  /** Kept with the order: what is added to it later is charged by the same terms (R12). */
  serviceChargeBp: number
  /** Emptied with it; null when the lines were told. */
  cartId: string | null
}

/**
 * The order with its lines and its first history, as it will stand, and the end of the cart it came from. One that is final takes its
 * number here, in the last statement before the commit (R5).
 */
export function orderRows(ctx: Ctx, order: WorkOrder, facts: OrderFacts): Write[] {
  const { input, priced } = facts
  const isDraft = order.fulfilment === 'draft'
  const placedAt = isDraft ? null : ctx.now
  const dateCode = isDraft ? null : orderDateCode(order.businessDay)
  const ordered = sql`
    insert into orders (brand_id, id, store_id, customer_id, account_id, visitor, channel, order_type, fulfilment, payment_state,
      is_finalized, business_day, order_date_code, sequence, idempotency_key, request_hash, lang, currency, subtotal,
      discount_total, service_charge, service_charge_bp, delivery_fee, total, menu_version_id, contact_name, contact_phone, address, table_label, note,
      promised_at, held_until, kitchen_start, acknowledged_at, created_at, placed_at, accepted_at)
    select ${order.brandId}, ${order.id}, ${order.storeId}, coalesce(${input.customerId ?? null}::uuid, c.id${order.accountId ? sql`, (select id from profiled)` : sql``}), ${order.accountId},
      ${order.visitor}, ${order.channel}, ${order.orderType}, ${order.fulfilment}, ${order.paymentState}, ${!isDraft},
      ${order.businessDay}::date, ${dateCode}, ${isDraft ? sql`null` : sql`counter.last_sequence`}, ${input.key},
      ${facts.requestHash}, ${order.lang}, ${order.currency}, ${priced.subtotal}, ${priced.discountTotal}, ${priced.serviceCharge}, ${facts.serviceChargeBp},
      ${priced.deliveryFee}, ${priced.total}, ${facts.menuVersionId}, ${nameOf(ctx, input)}, ${input.contactPhone?.trim() ?? ''},
      ${order.address}, ${order.orderType === 'dine_in' ? (input.tableLabel?.trim() ?? '') : ''}, ${input.note?.trim() ?? ''},
      ${order.promisedAt}, ${order.heldUntil}::timestamptz, ${order.kitchenStart}, ${order.acknowledgedAt}::timestamptz, ${ctx.now},
      ${placedAt}::timestamptz, ${order.fulfilment === 'accepted' ? ctx.now : null}::timestamptz
    from ${isDraft ? sql`(select) one` : sql`counter`}
      left join customer c on c.brand_id = ${order.brandId} and c.account_id = ${order.accountId}::uuid
    returning sequence`
  const emptied = sql`delete from cart_line where brand_id = ${order.brandId} and cart_id = ${facts.cartId}`
  return [
    // Whoever orders with an account is known to the brand from then on (R31).
    ...(order.accountId ? [{ name: 'profiled', sql: missingProfile(ctx, order.accountId) }] : []),
    ...(isDraft ? [] : [counter(order, ctx)]),
    { name: 'ordered', sql: ordered, hits: 1, ...(!isDraft && { givesNumber: true }) },
    { name: 'lined', sql: lineRows(order, priced) },
    { name: 'noted', sql: historyRows(ctx, order) },
    ...(facts.cartId ? [{ name: 'emptied', sql: emptied }] : []),
  ]
}

function lineRows(order: WorkOrder, priced: Priced) {
  const lines = order.lines.map((line, i) => ({ ...line, position: i, share: priced.lines[i]?.discountShare ?? 0 }))
  return sql`
    insert into order_line (brand_id, id, order_id, position, dish_id, name, options, quantity, unit_price, discount_share,
      line_total, note, station_id)
    select ${order.brandId}, l.id, ${order.id}, l.position, l."dishId", l.name, l.options, l.quantity, l."unitPrice", l.share,
      l."unitPrice" * l.quantity, l.note, l."stationId"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, position int, "dishId" uuid, name jsonb,
      options jsonb, quantity int, "unitPrice" int, share int, note text, "stationId" uuid)`
}

/** A store that accepts by itself does so in the same moment. */
function historyRows(ctx: Ctx, order: WorkOrder) {
  const path: Fulfilment[] = order.fulfilment === 'accepted' ? ['placed', 'accepted'] : [order.fulfilment]
  const rows = path.map((to, i) => ({
    id: newId(),
    from: path[i - 1] ?? null,
    to,
    status: statusWord(to, order.paymentState),
  }))
  return sql`
    insert into order_status_history (brand_id, id, order_id, clock, from_state, to_state, status, actor, at)
    select ${order.brandId}, h.id, ${order.id}, 'fulfilment', h."from", h."to", h.status, ${actorName(ctx.actor)}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h(id uuid, "from" text, "to" text, status text)`
}

/** Someone who is signed in and leaves no name is called by their account's. */
const nameOf = ({ actor }: Ctx, { contactName, channel }: PlaceInput): string =>
  contactName?.trim() || (actor.kind === 'person' && channel !== 'counter' ? actor.name : '')
