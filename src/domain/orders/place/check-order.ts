import { openness } from '../../brands/hours'
import { type AskedLine, isLost, type Priced, type PricedLine, priceCart } from '../../cart/price-cart'
import { orderTypesOf, type StoreView } from '../../cart/queries'
import { availabilityOf } from '../../menu/availability'
import type { Ctx } from '../../shared/ctx'
import { share } from '../../shared/money'
import { ok, type Result, refuse } from '../../shared/result'
import { checkContact } from './check-contact'
import type { PlaceInput, PlaceRefusal } from './place-input'

const minuteMs = 60_000
const maxLines = 100
const maxPerLine = 99

export type Checked = { priced: Priced; promisedAt: Date }

/**
 * Looks at everything again with the server's clock (complaint 26): whether the store sells this way now, whether every line still stands,
 * what it costs and whether that was agreed to (R11). Stock is not asked here: taking it is the only test that counts (R23).
 */
export function checkOrder(view: StoreView, ctx: Ctx, input: PlaceInput): Result<Checked, PlaceRefusal> {
  if (!view.store.menuVersionId) return refuse({ reason: 'no_menu' })
  const time = checkTime(view, ctx, input)
  if (!time.ok) return time
  const way = checkWay(view, input)
  if (!way.ok) return way
  const contact = checkContact(ctx.actor, input)
  if (!contact.ok) return contact
  const priced = checkLines(view, input)
  if (!priced.ok) return priced
  const money = checkMoney(view, input, priced.value)
  return money.ok ? ok({ priced: priced.value, promisedAt: time.value }) : money
}

/** Staff at the counter may sell whenever they stand there. Gives when the order is promised. */
function checkTime({ store }: StoreView, { now }: Ctx, input: PlaceInput): Result<Date, PlaceRefusal> {
  const minutes = store.prepMinutes + (input.orderType === 'delivery' ? store.deliveryMinutes : 0)
  const earliest = new Date(now.getTime() + minutes * minuteMs)
  const { promisedAt } = input
  if (promisedAt && promisedAt < earliest) return refuse({ reason: 'too_early', earliest })
  if (input.channel === 'counter') return ok(promisedAt ?? earliest)
  const open = openness(
    promisedAt ? { ...store, pausedUntil: null, lastOrderMinutes: 0 } : store,
    store,
    promisedAt ?? now,
  )
  if (open.open) return ok(promisedAt ?? earliest)
  const { rule, opensAt } = open
  if (rule === 'paused') return refuse({ reason: 'paused', until: store.pausedUntil, text: store.pauseReason })
  return refuse({ reason: 'closed', rule, opensAt })
}

function checkWay({ store }: StoreView, { orderType, paymentMethod }: PlaceInput): Result<void, PlaceRefusal> {
  if (!orderTypesOf(store).includes(orderType)) return refuse({ reason: 'type_off', orderType })
  const isTaken = paymentMethod === 'cash' ? store.takesCash : store.takesOnline
  return isTaken ? ok(undefined) : refuse({ reason: 'payment_off', paymentMethod })
}

function checkLines(view: StoreView, input: PlaceInput): Result<Priced, PlaceRefusal> {
  const asked: AskedLine[] =
    input.lines?.map((line, i) => ({ note: '', ...line, id: String(i), unitPrice: null })) ?? view.cart.lines
  if (asked.length === 0) return refuse({ reason: 'empty' })
  if (asked.length > maxLines) return refuse({ reason: 'too_many', max: maxLines })
  const isWhole = ({ quantity }: AskedLine) => Number.isInteger(quantity) && quantity >= 1 && quantity <= maxPerLine
  // What is sold out may be left out with consent; else taking it tells.
  const availability = input.withoutLost ? view.availability : availabilityOf(view.content, [], input.channel)
  const price = (lines: readonly AskedLine[]) =>
    priceCart({
      lines,
      content: view.content,
      availability,
      orderType: input.orderType,
      store: view.store,
    })
  const odd = asked.filter((line) => !isWhole(line))
  const priced = price(asked)
  if (odd.length > 0)
    return refuse({
      reason: 'bad_quantity',
      lines: priced.lines.filter((l) => odd.some((o) => o.id === l.id)).map(told),
    })

  const lost = priced.lines.filter(isLost)
  if (lost.length === 0) return ok(priced)
  if (input.withoutLost && lost.length < asked.length) {
    const names = new Set(lost.map(({ id }) => id))
    return ok(price(asked.filter(({ id }) => !names.has(id))))
  }
  const bad = lost.filter(({ problem }) => problem?.reason === 'bad_options')
  return bad.length > 0
    ? refuse({ reason: 'bad_options', lines: bad.map(told) })
    : refuse({ reason: 'lost_lines', lines: lost.map((line) => told({ ...line, name: nameThen(view, line) })) })
}

const told = ({ id, dishId, name, problem }: PricedLine) => ({ lineId: id, dishId, name, problem: problem ?? null })
/** A dish that left the menu is called what the cart calls it. */
const nameThen = (view: StoreView, line: PricedLine) =>
  view.priced.lines.find(({ id }) => id === line.id)?.name ?? line.name

/** A rise asks for a yes, a drop is passed on (R11). The delivery minimum counts what is eaten, not the fee. */
function checkMoney({ store }: StoreView, input: PlaceInput, priced: Priced): Result<void, PlaceRefusal> {
  const { total, subtotal, discountTotal } = priced
  const was = input.acceptedTotal ?? totalThen(priced, input.orderType === 'dine_in' ? store.serviceChargeBp : 0)
  if (total > was) return refuse({ reason: 'price_changed', was, now: total })
  const minimum = input.orderType === 'delivery' ? store.deliveryMinimum : 0
  const missing = minimum - (subtotal - discountTotal)
  return missing > 0 ? refuse({ reason: 'below_minimum', minimum, missing }) : ok(undefined)
}

/** What it would have cost had no line risen since it was put in the cart. */
function totalThen({ lines, subtotal, discountTotal, deliveryFee }: Priced, serviceChargeBp: number): number {
  const risen = lines.reduce(
    (n, { problem, quantity }) => (problem?.reason === 'price_up' ? n + (problem.now - problem.was) * quantity : n),
    0,
  )
  const then = subtotal - risen - discountTotal
  return then + share(then, serviceChargeBp) + deliveryFee
}
