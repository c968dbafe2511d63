import type { Db } from '../../src/db/connect'
import { acceptOrder } from '../../src/domain/orders/accept-order'
import { cancelOrder } from '../../src/domain/orders/cancel-order'
import { setKitchenStatus } from '../../src/domain/orders/cooking/set-kitchen-status'
import { confirmCash } from '../../src/domain/orders/paying/confirm-cash'
import { resolveAttempt } from '../../src/domain/orders/paying/resolve-attempt'
import { startPayment } from '../../src/domain/orders/paying/start-payment'
import type { PlaceInput } from '../../src/domain/orders/place-order'
import { placeOrder } from '../../src/domain/orders/place-order'
import { handOver } from '../../src/domain/orders/serving/hand-over'
import { moveDelivery } from '../../src/domain/orders/serving/move-delivery'
import type { Ctx } from '../../src/domain/shared/ctx'
import { newId } from '../../src/domain/shared/ids'
import { type TestDeps, testDeps } from './gateway'
import { act, guestCtx, must, noon, type Shop, staffCtx } from './world'

export type OrderState =
  | 'draft'
  | 'placed'
  | 'paid'
  | 'preparing'
  | 'ready'
  | 'out_for_delivery'
  | 'completed'
  | 'cancelled'

type Wanted = {
  state?: OrderState
  by?: Ctx
  payWay?: 'cash' | 'online'
  lines?: PlaceInput['lines']
  input?: Partial<PlaceInput>
  deps?: TestDeps
  now?: Date
}

export type AnOrder = { orderId: string; paymentId: string; total: number; by: Ctx; deps: TestDeps }

const way: OrderState[] = ['placed', 'paid', 'preparing', 'ready', 'out_for_delivery', 'completed']

export const urls = {
  returnUrl: 'https://shop.test/back',
  cancelUrl: 'https://shop.test/back',
  callbackUrl: 'https://shop.test/hook',
}

export const placeInput = (shop: Shop, input: Partial<PlaceInput> = {}): PlaceInput => ({
  key: newId(),
  channel: 'web',
  orderType: 'takeout',
  paymentMethod: 'cash',
  contactName: '陳先生',
  contactPhone: '0928123521',
  lines: [{ dishId: shop.noodles, optionIds: [], quantity: 1 }],
  ...input,
})

/**
 * An order of the shop, brought to a state by the commands that bring real ones there: `placed` is an unpaid cash order (or a draft, when
 * online), accepted where the store does so by itself.
 */
export async function anOrder(db: Db, shop: Shop, wanted: Wanted = {}): Promise<AnOrder> {
  const { state = 'placed', payWay = state === 'draft' ? 'online' : 'cash', now = noon } = wanted
  const by = wanted.by ?? guestCtx(shop, newId(), now)
  const deps = wanted.deps ?? testDeps(db, now)
  const staff = staffCtx(shop, { now })
  const input = placeInput(shop, {
    paymentMethod: payWay,
    ...(wanted.lines && { lines: wanted.lines }),
    ...wanted.input,
  })
  const { orderId, paymentId, total } = must(await act(db, placeOrder, by, input))
  const order = { orderId, paymentId, total, by, deps }
  if (state === 'cancelled') must(await act(db, cancelOrder, by, { orderId }))
  for (const step of way.slice(1, way.indexOf(state) + 1)) {
    if (step === 'paid') await pay(db, order, payWay, staff)
    if (step === 'paid') must(await act(db, acceptOrder, staff, { orderId }))
    if (step === 'preparing' || step === 'ready')
      must(await act(db, setKitchenStatus, staff, { orderId, status: step }))
    if (step === 'out_for_delivery' && input.orderType === 'delivery') await drive(db, orderId, staff)
    if (step === 'completed') must(await act(db, handOver, staff, { orderId }))
  }
  return order
}

async function pay(db: Db, { orderId, by, deps }: AnOrder, payWay: 'cash' | 'online', staff: Ctx): Promise<void> {
  if (payWay === 'cash') {
    must(await act(db, confirmCash, staff, { orderId, key: newId() }))
    return
  }
  const ref = await startedPayment({ orderId, by, deps })
  deps.gateway.set(ref, 'approved')
  must(await resolveAttempt(deps, { gateway: 'demo', externalRef: ref }))
}

/** Begins the online payment; gives the provider's reference. */
export async function startedPayment({ orderId, by, deps }: Pick<AnOrder, 'orderId' | 'by' | 'deps'>): Promise<string> {
  const { paymentUrl } = must(await startPayment(deps, by, { orderId, urls }))
  return paymentUrl.split('/').at(-1)!
}

async function drive(db: Db, orderId: string, staff: Ctx): Promise<void> {
  must(await act(db, moveDelivery, staff, { orderId, event: 'assign', driverId: '小王' }))
  must(await act(db, moveDelivery, staff, { orderId, event: 'pickUp' }))
}

/** Both clocks and the saga of an order, as rows. */
export async function stateOf(db: Db, orderId: string) {
  const order = await db.selectFrom('orders').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow()
  const saga = await db.selectFrom('saga').selectAll().where('orderId', '=', orderId).executeTakeFirstOrThrow()
  const steps = await db.selectFrom('sagaStep').selectAll().where('sagaId', '=', saga.id).orderBy('position').execute()
  return {
    ...order,
    saga: saga.status,
    executed: saga.executedSteps,
    steps: Object.fromEntries(steps.map((step) => [step.name, step.status])),
  }
}
