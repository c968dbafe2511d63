import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setStock } from '../../../src/domain/inventory/set-stock'
import { cancelOrder } from '../../../src/domain/orders/cancel-order'
import { setKitchenStatus } from '../../../src/domain/orders/cooking/set-kitchen-status'
import { editOrder } from '../../../src/domain/orders/editing/edit-order'
import { kitchenStarted } from '../../../src/domain/orders/lifecycle'
import { confirmCash } from '../../../src/domain/orders/paying/confirm-cash'
import { resolveAttempt } from '../../../src/domain/orders/paying/resolve-attempt'
import { startPayment } from '../../../src/domain/orders/paying/start-payment'
import { placeOrder } from '../../../src/domain/orders/place-order'
import { handOver } from '../../../src/domain/orders/serving/hand-over'
import { newId } from '../../../src/domain/shared/ids'
import { disagreements } from '../../support/books'
import { freshDb } from '../../support/db'
import { type TestDeps, testDeps } from '../../support/gateway'
import { placeInput, stateOf, urls } from '../../support/orders'
import { drain } from '../../support/outbox'
import { act, aShop, at, guestCtx, later, type Shop, staffCtx } from '../../support/world'

const { db } = await freshDb(8)
const started = 10

type Real = { shop: Shop; deps: TestDeps; minute: number }
type Walking = { orders: { orderId: string; by: ReturnType<typeof guestCtx>; quantity: number }[]; stock: number }
type Pick = { which: number }

const now = (real: Real) => later(real.minute)
const staff = (real: Real) => staffCtx(real.shop, { now: now(real) })
const left = async ({ shop }: Real) =>
  (await db.selectFrom('inventory').select('totalStock').where('dishId', '=', shop.noodles).executeTakeFirstOrThrow())
    .totalStock
const chosen = (model: Walking, { which }: Pick) => model.orders[which % model.orders.length]!

/** One thing that may happen in a restaurant: it may be refused, but it may not break the books. */
abstract class Happening implements fc.AsyncCommand<Walking, Real> {
  constructor(readonly pick: Pick & { quantity: number }) {}
  check(model: Readonly<Walking>): boolean {
    return model.orders.length > 0
  }
  abstract happen(model: Walking, real: Real): Promise<void>
  async run(model: Walking, real: Real): Promise<void> {
    await this.happen(model, real)
    await drain(real.deps, { brandId: real.shop.brandId })
    expect(await disagreements(db, real.shop)).toEqual([])
    expect(await left(real)).toBe(await expectedStock(model))
    expect(await heardOf(real)).toBe(await keptByOrders(real))
  }
  toString(): string {
    return `${this.constructor.name}(${this.pick.which}, ${this.pick.quantity})`
  }
}

/** What lies there by the model: what was counted, less what orders have taken and not given back. */
async function expectedStock(model: Walking): Promise<number> {
  let stock = model.stock
  for (const { orderId, quantity } of model.orders) {
    const { fulfilment, startedAt } = await stateOf(db, orderId)
    const isBack = ['cancelled', 'expired', 'rejected'].includes(fulfilment) && startedAt === null
    if (!isBack) stock -= quantity
  }
  return stock
}

/** What the bank keeps, as far as it has been heard of here. */
async function heardOf({ shop, deps }: Real): Promise<number> {
  const approved = await db
    .selectFrom('paymentAttempt')
    .select('externalRef')
    .where('brandId', '=', shop.brandId)
    .where('status', '=', 'approved')
    .execute()
  const charges = approved.map(({ externalRef }) => deps.gateway.charges.get(externalRef!)!)
  return charges.reduce(
    (sum, { amount, refunds }) => sum + amount - [...refunds.values()].reduce((a, b) => a + b, 0),
    0,
  )
}

async function keptByOrders({ shop }: Real): Promise<number> {
  const rows = await db
    .selectFrom('payment')
    .select(['amount', 'refundedAmount'])
    .where('brandId', '=', shop.brandId)
    .where('method', '=', 'online')
    .where('paidAt', 'is not', null)
    .execute()
  return rows.reduce((sum, row) => sum + row.amount - row.refundedAmount, 0)
}

class Order extends Happening {
  override check = () => true
  async happen(model: Walking, real: Real) {
    const { quantity, which } = this.pick
    const by = guestCtx(real.shop, newId(), now(real))
    const input = placeInput(real.shop, {
      paymentMethod: which % 2 ? 'online' : 'cash',
      lines: [{ dishId: real.shop.noodles, optionIds: [], quantity }],
    })
    const before = await left(real)
    const placed = await act(db, placeOrder, by, input)
    expect(placed.ok).toBe(quantity <= before)
    if (placed.ok) model.orders.push({ orderId: placed.value.orderId, by, quantity })
  }
}
class TakeCash extends Happening {
  async happen(model: Walking, real: Real) {
    await act(db, confirmCash, staff(real), { orderId: chosen(model, this.pick).orderId, key: newId() })
  }
}
class PayOnline extends Happening {
  async happen(model: Walking, real: Real) {
    const { orderId, by } = chosen(model, this.pick)
    const begun = await startPayment(real.deps, at(by, now(real)), { orderId, urls })
    if (!begun.ok) return
    const externalRef = begun.value.paymentUrl.split('/').at(-1)!
    const outcome = (['approved', 'declined', 'cancelled', 'pending', 'approved'] as const)[this.pick.quantity % 5]!
    real.deps.gateway.set(externalRef, outcome)
    if (this.pick.which % 3) await resolveAttempt(real.deps, { gateway: 'demo', externalRef })
  }
}
class PayLate extends Happening {
  async happen(_model: Walking, real: Real) {
    const charge = [...real.deps.gateway.charges].find(([, { status }]) => status === 'pending')
    if (!charge) return
    real.deps.gateway.set(charge[0], 'approved')
    await resolveAttempt(real.deps, { gateway: 'demo', externalRef: charge[0] })
  }
}
class GuestCancels extends Happening {
  async happen(model: Walking, real: Real) {
    const { orderId, by } = chosen(model, this.pick)
    const { fulfilment } = await stateOf(db, orderId)
    const cancelled = await act(db, cancelOrder, at(by, now(real)), { orderId })
    if (kitchenStarted(fulfilment)) expect(cancelled.ok).toBe(false)
  }
}
class StaffCancel extends Happening {
  async happen(model: Walking, real: Real) {
    await act(db, cancelOrder, staff(real), { orderId: chosen(model, this.pick).orderId, cause: '客人要求' })
  }
}
class Cook extends Happening {
  async happen(model: Walking, real: Real) {
    const status = this.pick.quantity % 2 ? 'preparing' : 'ready'
    await act(db, setKitchenStatus, staff(real), { orderId: chosen(model, this.pick).orderId, status })
  }
}
class Edit extends Happening {
  async happen(model: Walking, real: Real) {
    const order = chosen(model, this.pick)
    const { revision, startedAt } = await stateOf(db, order.orderId)
    const line = await db
      .selectFrom('orderLine')
      .select(['id', 'quantity'])
      .where('orderId', '=', order.orderId)
      .executeTakeFirstOrThrow()
    const input = { orderId: order.orderId, revision, set: [{ lineId: line.id, quantity: this.pick.quantity }] }
    const edited = await act(db, editOrder, staff(real), input)
    // What the kitchen has begun does not come back when less is wanted.
    const change = this.pick.quantity - line.quantity
    if (edited.ok && (change > 0 || !startedAt)) order.quantity += change
  }
}
class Serve extends Happening {
  async happen(model: Walking, real: Real) {
    await act(db, handOver, staff(real), { orderId: chosen(model, this.pick).orderId })
  }
}
class TimePasses extends Happening {
  override check = () => true
  async happen(_model: Walking, real: Real) {
    real.minute += 4
    real.deps.setNow(now(real))
  }
}
class Restock extends Happening {
  override check = () => true
  async happen(model: Walking, real: Real) {
    const change = this.pick.quantity - 2
    const input = { dishId: real.shop.noodles, type: 'adjust' as const, change }
    const done = await act(db, setStock, staff(real), input)
    if (done.ok) model.stock += change
  }
}

const pick = fc.record({ which: fc.nat(50), quantity: fc.integer({ min: 1, max: 4 }) })
const happenings = [
  Order,
  Order,
  TakeCash,
  PayOnline,
  PayOnline,
  PayLate,
  GuestCancels,
  StaffCancel,
  Cook,
  Edit,
  Serve,
  TimePasses,
  Restock,
].map((What) => pick.map((p) => new What(p)))

/** Two days later everything open has come to its end, and what the bank keeps is what the books say. */
async function evening(real: Real): Promise<void> {
  for (const hours of [1, 2, 4, 26, 50]) {
    real.deps.setNow(later(hours * 60))
    await drain(real.deps, { brandId: real.shop.brandId })
  }
  expect(await disagreements(db, real.shop)).toEqual([])
  expect(real.deps.gateway.kept).toBe(await keptByOrders(real))
  const drafts = await db
    .selectFrom('orders')
    .select('id')
    .where('brandId', '=', real.shop.brandId)
    .where('fulfilment', '=', 'draft')
    .execute()
  expect(drafts).toEqual([])
}

test('R16, R24: whatever happens in whatever order, log, balance, money and kitchen agree after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(happenings, { maxCommands: 30, size: 'max' }), async (commands) => {
      const shop = await aShop(db, { stock: { noodles: started } })
      let walked: Real | undefined
      const setup = () => {
        walked = { shop, deps: testDeps(db), minute: 0 }
        return { model: { orders: [], stock: started }, real: walked }
      }
      await fc.asyncModelRun(setup, commands)
      await evening(walked!)
    }),
    { numRuns: Number(process.env.WALKS ?? 12) },
  )
}, 120_000)
