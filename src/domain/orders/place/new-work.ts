import { type RawBuilder, sql } from 'kysely'
import type { StoreView } from '../../cart/queries'
import { wantsOf } from '../../inventory/wants'
import { withDishes } from '../../menu/options'
import { accountOf, type Ctx } from '../../shared/ctx'
import { newId } from '../../shared/ids'
import { businessDayOf } from '../number'
import type { WorkOrder } from '../unit-of-work/work-order'
import type { Checked } from './check-order'
import type { PlaceInput } from './place-input'

const minuteMs = 60_000

/**
 * The order as it will stand, before anything is written. Cash is placed at once (and accepted, where the store accepts by itself); online
 * is a draft whose stock is held for a while; what costs nothing is paid.
 */
export function newWork(view: StoreView, ctx: Ctx, input: PlaceInput, { priced, promisedAt }: Checked): WorkOrder {
  const { store, content } = view
  const isFree = priced.total === 0
  const isDraft = input.paymentMethod === 'online' && !isFree
  return {
    brandId: ctx.brandId,
    id: newId(),
    storeId: ctx.storeId,
    accountId: input.channel === 'counter' ? null : accountOf(ctx.actor),
    visitor: ctx.actor.kind === 'guest' ? ctx.actor.visitor : null,
    channel: input.channel,
    orderType: input.orderType,
    payWay: input.paymentMethod,
    fulfilment: isDraft ? 'draft' : store.autoAccept ? 'accepted' : 'placed',
    paymentState: isFree ? 'paid' : isDraft ? 'pending' : 'unpaid',
    isFinalized: false,
    businessDay: businessDayOf({ ...ctx, store }, ctx),
    sequence: null,
    lang: ctx.lang,
    currency: store.currency,
    total: priced.total,
    deliveryFee: priced.deliveryFee,
    address: input.orderType === 'delivery' ? (input.address ?? '').trim() : '',
    kitchenStart: isPaidAtDoor(input) ? 'acceptance' : store.kitchenStart,
    promisedAt,
    heldUntil: isDraft ? new Date(ctx.now.getTime() + store.holdMinutes * minuteMs) : null,
    acknowledgedAt: input.channel === 'counter' ? ctx.now : null,
    createdAt: ctx.now,
    startedAt: null,
    store,
    lines: priced.lines.map(({ dishId, name, options, quantity, unitPrice, note, stationId }) => ({
      id: newId(),
      dishId,
      name,
      options,
      quantity,
      unitPrice,
      note,
      stationId,
    })),
    payments: [],
    tickets: [],
    delivery: null,
    saga: {
      id: newId(),
      status: 'pending_start',
      payload: {
        amount: priced.total,
        currency: store.currency,
        order_type: input.orderType,
        method: input.paymentMethod,
      },
      error: null,
      executedSteps: [],
      steps: new Map(),
      createdAt: ctx.now,
      dirty: new Set(),
      isDirty: true,
      isNew: true,
    },
    writes: [],
    calls: [],
    placing: { isFirst: isFirstUnder(ctx, input.key), wants: wantsOf(withDishes(content, priced.lines)) },
    backlog: null,
  }
}

/** Whether nobody has placed an order under this key; true for one request only, which holds the key's lock (R6). */
const isFirstUnder = ({ brandId }: Ctx, key: string): RawBuilder<boolean> =>
  sql`not exists (select from orders where brand_id = ${brandId} and idempotency_key = ${key})`

/** Cooked before it is paid for, whatever the store's setting: the money waits at the door (R8). Over the API staff confirm it first. */
const isPaidAtDoor = ({ orderType, paymentMethod, channel }: PlaceInput): boolean =>
  orderType === 'delivery' && paymentMethod === 'cash' && channel !== 'api'
