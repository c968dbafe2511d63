import { sql } from 'kysely'
import type { Tx } from '../../db/connect'
import { cartView, type StoreView } from '../cart/queries'
import type { ShortKey } from '../inventory/reserve'
import { jobCall } from '../outbox/enqueue'
import { callNumber } from '../shared/call-number'
import type { Ctx } from '../shared/ctx'
import { announce } from '../shared/in-transaction'
import { ok, type Result, refuse } from '../shared/result'
import { checkOrder } from './place/check-order'
import { newWork } from './place/new-work'
import { orderRows } from './place/order-rows'
import type { Placed, PlaceInput, PlaceRefusal, ShortLine } from './place/place-input'
import { hashOf, replayed } from './place/replay'
import { carryOn } from './saga/engine'
import { saveSaga } from './saga/save-saga'
import type { StepRefusal } from './saga/step'
import type { WorkOrder } from './unit-of-work/work-order'
import { forget, queue, watchWrites } from './unit-of-work/writes'

export type { LineInput, Placed, PlaceInput, PlaceRefusal, RefusedLine, ShortLine } from './place/place-input'

/**
 * Places an order from the actor's cart or from told lines: everything is looked at again with the server's clock, stock is taken,
 * the saga begins; all in one transaction of at most eight round trips (R44). Cash is final at once and gets its number; online is
 * a draft until the money arrives or `heldUntil` passes (R20). Money in minor units.
 */
export async function placeOrder(tx: Tx, ctx: Ctx, input: PlaceInput): Promise<Result<Placed, PlaceRefusal>> {
  // The second of two taps waits here until the first has ended, and then finds its order.
  const view = await cartView(tx, ctx, sql`pg_advisory_xact_lock(hashtextextended(${ctx.brandId + input.key}, 0))`)
  const checked = checkOrder(view, ctx, input)
  // A second tap finds the cart empty or the last portion gone: what it asks for has happened.
  if (!checked.ok) return (await replayed(tx, ctx, input)) ?? checked

  const order = newWork(view, ctx, input, checked.value)
  const rows = orderRows(ctx, order, {
    input,
    priced: checked.value.priced,
    requestHash: hashOf(input),
    menuVersionId: view.store.menuVersionId!,
    serviceChargeBp: input.orderType === 'dine_in' ? view.store.serviceChargeBp : 0,
    cartId: input.lines ? null : view.cart.id,
  })
  watchWrites(tx, order)
  await queue(tx, order, ...rows)
  if (order.heldUntil) order.calls.push(endOfHold(order, order.heldUntil))
  const begun = await carryOn(tx, ctx, order)
  if (!begun.ok) {
    forget(order)
    return (await replayed(tx, ctx, input)) ?? refuse(inWords(view, order, begun.refusal))
  }
  await saveSaga(tx, ctx, order)
  announce(tx, `store:${ctx.storeId}:orders`, `order:${order.id}`)
  const bill = order.saga.steps.get('payment')?.output as { paymentId: string } | undefined
  return ok({
    orderId: order.id,
    paymentId: bill?.paymentId ?? '',
    total: order.total,
    number: callNumber(order.sequence),
    replayed: false,
  })
}

/** The job that ends a draft nobody has paid (R20). */
const endOfHold = ({ brandId, storeId, id }: WorkOrder, runAt: Date) =>
  jobCall('order.expire', { brandId, storeId, orderId: id, round: 0 }, { runAt, key: `expire:${id}` })

function inWords(view: StoreView, order: WorkOrder, refusal: StepRefusal): PlaceRefusal {
  if (refusal.reason !== 'short') throw new Error(`an order could not be placed: ${JSON.stringify(refusal)}`)
  return { reason: 'sold_out', lines: refusal.keys.map((key) => shortLine(view, order, key)) }
}

/** Names what is short: the dish itself, or the option of the first line that wants it. */
function shortLine({ content }: StoreView, order: WorkOrder, { subjectId, wanted, available }: ShortKey): ShortLine {
  const dish = content.dishes[subjectId]
  const ordered = order.lines.some((line) => line.dishId === subjectId)
  if (dish && ordered) return { dishId: subjectId, optionId: null, name: dish.name, wanted, available }
  const options = Object.values(content.optionCategories).flatMap((category) => category.options)
  const refers = new Set(options.filter((o) => o.id === subjectId || o.refDishId === subjectId).map((o) => o.id))
  const line = order.lines.find((l) => l.options.some((o) => refers.has(o.id)))
  const option = line?.options.find((o) => refers.has(o.id))
  return {
    dishId: line?.dishId ?? subjectId,
    optionId: option?.id ?? null,
    name: option?.name ?? {},
    wanted,
    available,
  }
}
