import { type LineProblem, priceCart } from '../../cart/price-cart'
import type { Wants } from '../../inventory/reserve'
import { wantsOf } from '../../inventory/wants'
import { availabilityOf } from '../../menu/availability'
import type { MenuContent } from '../../menu/content'
import { withDishes } from '../../menu/options'
import type { Texts } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { share, split } from '../../shared/money'
import { ok, type Result, refuse } from '../../shared/result'
import type { LineInput } from '../place/place-input'
import type { WorkLine } from '../unit-of-work/work-order'

/** What staff change of an order. `quantity` 0 voids a line; `discount` is taken off the subtotal, in minor units. */
export type Changes = {
  set?: readonly { lineId: string; quantity: number }[]
  add?: readonly LineInput[]
  discount?: number
  tableLabel?: string
}

/** What the order was agreed on: its lines at their prices, and the terms they were charged by. */
export type Terms = { discountTotal: number; serviceChargeBp: number; deliveryFee: number; lines: readonly WorkLine[] }

export type ChangedLine = { line: WorkLine; before: number; quantity: number }
export type Bill = { subtotal: number; discountTotal: number; serviceCharge: number; total: number }
export type Plan = {
  changed: ChangedLine[]
  added: WorkLine[]
  /** What is left of the order, with the part of the discount each line bears (R10). */
  lines: (WorkLine & { discountShare: number })[]
  bill: Bill
  /** Stock by subject: what more is needed, and what is not needed any more. */
  more: Wants
  less: Wants
}

export type PlanRefusal =
  | { reason: 'not_found' }
  | { reason: 'nothing_changed' }
  /** Nothing would be left: that is a cancellation. */
  | { reason: 'empty' }
  | { reason: 'bad_quantity' }
  | { reason: 'bad_lines'; lines: { dishId: string; name: Texts; problem: LineProblem }[] }
  | { reason: 'discount_too_big'; max: number }

const maxPerLine = 99
const isWhole = (n: number, least: number) => Number.isInteger(n) && n >= least && n <= maxPerLine

/** Works out a revision (R12), pure: old lines keep their prices, new ones cost what the order's own menu says, charges follow its terms. */
export function planEdit(terms: Terms, content: MenuContent, changes: Changes): Result<Plan, PlanRefusal> {
  const { set = [], add = [] } = changes
  const wanted = new Map(set.map(({ lineId, quantity }) => [lineId, quantity]))
  if ([...wanted.keys()].some((id) => !terms.lines.some((line) => line.id === id)))
    return refuse({ reason: 'not_found' })
  const isOdd = set.some(({ quantity }) => !isWhole(quantity, 0)) || add.some(({ quantity }) => !isWhole(quantity, 1))
  if (isOdd) return refuse({ reason: 'bad_quantity' })
  const priced = newLines(content, add)
  if (!priced.ok) return priced

  const changed = terms.lines.flatMap((line): ChangedLine[] => {
    const quantity = wanted.get(line.id) ?? line.quantity
    return quantity === line.quantity ? [] : [{ line, before: line.quantity, quantity }]
  })
  const isSame = changed.length === 0 && add.length === 0
  if (isSame && changes.discount === undefined && changes.tableLabel === undefined)
    return refuse({ reason: 'nothing_changed' })
  const kept = terms.lines.map((line) => ({ ...line, quantity: wanted.get(line.id) ?? line.quantity }))
  const lines = [...kept.filter(({ quantity }) => quantity > 0), ...priced.value]
  if (lines.length === 0) return refuse({ reason: 'empty' })

  const billed = billOf(terms, lines, changes.discount)
  if (!billed.ok) return billed
  const { bill, shares } = billed.value
  const [more, less] = difference(stockOf(content, terms.lines), stockOf(content, lines))
  const withShares = lines.map((line, i) => ({ ...line, discountShare: shares[i] ?? 0 }))
  return ok({ changed, added: priced.value, lines: withShares, bill, more, less })
}

function newLines(content: MenuContent, add: readonly LineInput[]): Result<WorkLine[], PlanRefusal> {
  const asked = add.map((line, i) => ({ note: '', ...line, id: String(i), unitPrice: null }))
  const store = { serviceChargeBp: 0, deliveryFee: 0 }
  const priced = priceCart({
    lines: asked,
    content,
    availability: availabilityOf(content, []),
    orderType: 'takeout',
    store,
  })
  const bad = priced.lines.flatMap(({ dishId, name, problem }) => (problem ? [{ dishId, name, problem }] : []))
  if (bad.length > 0) return refuse({ reason: 'bad_lines', lines: bad })
  return ok(
    priced.lines.map(({ dishId, name, options, quantity, unitPrice, note, stationId }) => ({
      ...{ id: newId(), dishId, name, options, quantity, unitPrice, note, stationId },
    })),
  )
}

function billOf(terms: Terms, lines: readonly WorkLine[], discount: number | undefined) {
  const totals = lines.map(({ unitPrice, quantity }) => unitPrice * quantity)
  const subtotal = totals.reduce((sum, n) => sum + n, 0)
  if (discount !== undefined && !(Number.isInteger(discount) && discount >= 0 && discount <= subtotal))
    return refuse({ reason: 'discount_too_big' as const, max: subtotal })
  const discountTotal = Math.min(discount ?? terms.discountTotal, subtotal)
  const serviceCharge = share(subtotal - discountTotal, terms.serviceChargeBp)
  const total = subtotal - discountTotal + serviceCharge + terms.deliveryFee
  return ok({ bill: { subtotal, discountTotal, serviceCharge, total }, shares: split(discountTotal, totals) })
}

const stockOf = (content: MenuContent, lines: readonly WorkLine[]) => wantsOf(withDishes(content, lines))

function difference(before: Wants, after: Wants): [Map<string, number>, Map<string, number>] {
  const [more, less] = [new Map<string, number>(), new Map<string, number>()]
  for (const subject of new Set([...before.keys(), ...after.keys()])) {
    const change = (after.get(subject) ?? 0) - (before.get(subject) ?? 0)
    if (change > 0) more.set(subject, change)
    if (change < 0) less.set(subject, -change)
  }
  return [more, less]
}
