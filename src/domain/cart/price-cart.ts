import type { Availability } from '../menu/availability'
import type { MenuContent, MenuDish } from '../menu/content'
import { chooseOptions, type OptionProblem, unitPriceOf } from '../menu/options'
import type { Texts } from '../shared/ctx'
import { share, split } from '../shared/money'

export type OrderType = 'dine_in' | 'takeout' | 'delivery'

/** A line as asked for. `unitPrice` is what the guest last saw, null when nothing was shown (API, counter). */
export type AskedLine = {
  id: string
  dishId: string
  optionIds: readonly string[]
  quantity: number
  note: string
  unitPrice: number | null
}

/** Why a line cannot be had as it stands, or costs otherwise than shown. `available` is how many could be had. */
export type LineProblem =
  | { reason: 'gone' }
  | { reason: 'bad_options'; problems: OptionProblem[] }
  | { reason: 'sold_out'; available: number }
  | { reason: 'price_up' | 'price_down'; was: number; now: number }

export type PricedOption = { id: string; name: Texts; price: number }

export type PricedLine = {
  id: string
  dishId: string
  /** The dish on the present menu; null when it left. */
  dish: MenuDish | null
  name: Texts
  options: PricedOption[]
  quantity: number
  note: string
  stationId: string | null
  /** Minor units, options included. */
  unitPrice: number
  /** What the line adds to the subtotal: unit price × quantity, 0 for a line that cannot be had at all. */
  lineTotal: number
  /** The line's part of the discount. */
  discountShare: number
  problem?: LineProblem
}

export type Priced = {
  lines: PricedLine[]
  subtotal: number
  discountTotal: number
  serviceCharge: number
  deliveryFee: number
  total: number
  /** Portions that can be had. */
  itemCount: number
  /** Lines with a problem, in order. */
  problems: PricedLine[]
}

export type PriceTerms = { serviceChargeBp: number; deliveryFee: number }

export type PriceInput = {
  lines: readonly AskedLine[]
  content: MenuContent
  availability: Availability
  orderType: OrderType
  store: PriceTerms
  /** Minor units off the subtotal, at most all of it. */
  discount?: number
}

/**
 * The one place where an order's money is worked out (R1): pure, in whole minor units, every charge rounded once, half up.
 * Service is charged on dine-in, the delivery fee on delivery. subtotal - discount + charges = total.
 */
export function priceCart({ lines: asked, content, availability, orderType, store, discount = 0 }: PriceInput): Priced {
  const taken = new Map<string, number>()
  const lines = asked.map((line) => priceLine(line, content, availability, taken))
  const subtotal = lines.reduce((sum, line) => sum + line.lineTotal, 0)
  const discountTotal = Math.min(Math.max(discount, 0), subtotal)
  const shares = split(
    discountTotal,
    lines.map((line) => line.lineTotal),
  )
  for (const [i, line] of lines.entries()) line.discountShare = shares[i] ?? 0

  const had = lines.filter((line) => !isLost(line))
  const serviceCharge = orderType === 'dine_in' ? share(subtotal - discountTotal, store.serviceChargeBp) : 0
  const deliveryFee = orderType === 'delivery' && had.length > 0 ? store.deliveryFee : 0
  return {
    lines,
    subtotal,
    discountTotal,
    serviceCharge,
    deliveryFee,
    total: subtotal - discountTotal + serviceCharge + deliveryFee,
    itemCount: had.reduce((n, line) => n + line.quantity, 0),
    problems: lines.filter((line) => line.problem),
  }
}

/** Whether a line cannot be had at all: it left the menu, its options no longer fit, or nothing of it is left. */
export const isLost = ({ problem }: Pick<PricedLine, 'problem'>): boolean =>
  problem?.reason === 'gone' ||
  problem?.reason === 'bad_options' ||
  (problem?.reason === 'sold_out' && problem.available === 0)

/** `taken` counts, by stock key, what the lines before this one ask for: two lines of one dish draw on one stock. */
function priceLine(
  asked: AskedLine,
  content: MenuContent,
  availability: Availability,
  taken: Map<string, number>,
): PricedLine {
  const dish = content.dishes[asked.dishId] ?? null
  const blank = { id: asked.id, dishId: asked.dishId, quantity: asked.quantity, note: asked.note, discountShare: 0 }
  const unseen = { options: [], unitPrice: asked.unitPrice ?? 0, lineTotal: 0 }
  if (!dish) return { ...blank, ...unseen, dish, name: {}, stationId: null, problem: { reason: 'gone' } }

  const about = { ...blank, dish, name: dish.name, stationId: dish.stationId }
  const chosen = chooseOptions(content, dish, asked.optionIds)
  if (!chosen.ok) return { ...about, ...unseen, problem: chosen.refusal }

  const unitPrice = unitPriceOf(dish, chosen.value)
  const options = chosen.value.map(({ id, name, price }) => ({ id, name, price }))
  const line = { ...about, options, unitPrice, lineTotal: unitPrice * asked.quantity }
  const isOut = availability.dish(dish.id).state === 'sold_out'
  const available = isOut ? 0 : canTake(availability.drawsOn(dish, chosen.value), asked.quantity, taken)
  if (available < asked.quantity) {
    return { ...line, lineTotal: available === 0 ? 0 : line.lineTotal, problem: { reason: 'sold_out', available } }
  }
  const was = asked.unitPrice ?? unitPrice
  if (was === unitPrice) return line
  return { ...line, problem: { reason: was < unitPrice ? 'price_up' : 'price_down', was, now: unitPrice } }
}

/** How many of `quantity` portions their stock still gives; what is taken is noted for the lines after. */
function canTake(draws: { key: string; left: number }[], quantity: number, taken: Map<string, number>): number {
  const perPortion = new Map<string, { left: number; times: number }>()
  for (const { key, left } of draws) perPortion.set(key, { left, times: (perPortion.get(key)?.times ?? 0) + 1 })
  let available = quantity
  for (const [key, { left, times }] of perPortion) {
    available = Math.min(available, Math.max(0, Math.floor((left - (taken.get(key) ?? 0)) / times)))
  }
  for (const [key, { times }] of perPortion) taken.set(key, (taken.get(key) ?? 0) + times * available)
  return available
}
