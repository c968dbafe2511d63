import { sql } from 'kysely'
import type { Db } from '../../src/db/connect'
import type { Fulfilment, OrderType, PaymentState } from '../../src/domain/orders/lifecycle'
import type { SagaStatus, StepStatus } from '../../src/domain/orders/saga/lifecycle'
import type { Actor, Ctx } from '../../src/domain/shared/ctx'
import { newId } from '../../src/domain/shared/ids'
import type { TicketStatus } from '../../src/domain/tickets/lifecycle'

/** 20:00 of 20 November in Taipei. */
export const evening = new Date('2026-11-20T12:00:00Z')
export const minutesAgo = (minutes: number, from = evening): Date => new Date(from.getTime() - minutes * 60_000)

export type StorePlace = { brandId: string; storeId: string; menuVersionId: string; stationId: string; coldId: string }

/** A store with two stations (熱廚, 冷台), in a brand of its own or a given one. Orders are put there as rows, in any state. */
export async function aStoreRow(
  db: Db,
  given: { brandId?: string; store?: Record<string, unknown> } = {},
): Promise<StorePlace> {
  const brandId = given.brandId ?? newId()
  const [storeId, menuVersionId, stationId, coldId] = [newId(), newId(), newId(), newId()]
  if (!given.brandId)
    await db
      .insertInto('brand')
      .values({ id: brandId, slug: `b${brandId.slice(-12)}`, name: '小滿麵館', seal: '滿' })
      .execute()
  await db
    .insertInto('store')
    .values({ brandId, id: storeId, slug: `s${storeId.slice(-12)}`, name: '永康店', ...given.store })
    .execute()
  await db.insertInto('menuVersion').values({ brandId, id: menuVersionId, storeId, number: 1, content: '{}' }).execute()
  await db
    .insertInto('station')
    .values([
      { brandId, id: stationId, storeId, name: '熱廚', position: 0 },
      { brandId, id: coldId, storeId, name: '冷台', position: 1 },
    ])
    .execute()
  return { brandId, storeId, menuVersionId, stationId, coldId }
}

type LineRow = { name: string; quantity?: number; price?: number; note?: string; dishId?: string; isVoid?: boolean }
type OrderRow = {
  fulfilment?: Fulfilment
  payment?: PaymentState
  orderType?: OrderType
  at?: Date
  accountId?: string
  visitor?: string
  sequence?: number
  lines?: LineRow[]
  payWay?: 'cash' | 'online'
  saga?: SagaStatus
  sagaError?: string
  set?: Record<string, unknown>
}

export type OrderRows = { id: string; lineIds: string[]; paymentId: string; sagaId: string; total: number }

const ends: Fulfilment[] = ['completed', 'cancelled', 'expired', 'rejected']

/** An order with its lines, its bill and its saga, as rows. `at` is when it was begun; a paid bill was paid then. */
export async function anOrderRow(db: Db, place: StorePlace, row: OrderRow = {}): Promise<OrderRows> {
  const { brandId, storeId, menuVersionId } = place
  const { fulfilment = 'placed', payment = 'unpaid', at = evening, payWay = 'cash', saga = 'executing' } = row
  const lines = row.lines ?? [{ name: '牛肉麵', price: 180 }]
  const total = lines
    .filter((line) => !line.isVoid)
    .reduce((sum, line) => sum + (line.price ?? 100) * (line.quantity ?? 1), 0)
  const [id, paymentId, sagaId] = [newId(), newId(), newId()]
  const isDraft = fulfilment === 'draft'
  await db
    .insertInto('orders')
    .values({
      ...{ brandId, id, storeId, menuVersionId, fulfilment, total, subtotal: total, currency: 'TWD', lang: 'zh-Hant' },
      accountId: row.accountId ?? null,
      visitor: row.visitor ?? null,
      channel: 'web',
      orderType: row.orderType ?? 'takeout',
      paymentState: payment,
      isFinalized: !isDraft && row.sequence !== undefined,
      businessDay: '2026-11-20',
      orderDateCode: row.sequence === undefined ? null : '1120',
      sequence: row.sequence ?? null,
      idempotencyKey: newId(),
      requestHash: 'hash',
      kitchenStart: 'payment',
      contactName: '陳先生',
      contactPhone: '0928123521',
      promisedAt: minutesAgo(-20, at),
      heldUntil: isDraft ? minutesAgo(-10, at) : null,
      createdAt: at,
      placedAt: isDraft ? null : at,
      endedAt: ends.includes(fulfilment) ? at : null,
      ...row.set,
    })
    .execute()
  const rows = lines.map(
    ({ name, quantity = 1, price = 100, note = '', dishId = newId(), isVoid = false }, position) => ({
      ...{ brandId, id: newId(), orderId: id, position, dishId, quantity, note, isVoid },
      ...{ name: JSON.stringify({ 'zh-Hant': name }), unitPrice: price, lineTotal: price * quantity },
    }),
  )
  await db.insertInto('orderLine').values(rows).execute()
  const isPaid = payment === 'paid'
  await db
    .insertInto('payment')
    .values({
      ...{
        brandId,
        id: paymentId,
        orderId: id,
        method: payWay,
        gateway: payWay === 'online' ? 'demo' : null,
        amount: total,
      },
      ...{ status: isPaid ? 'paid' : 'pending', createdAt: at, paidAt: isPaid ? at : null },
    })
    .execute()
  await db
    .insertInto('saga')
    .values({
      brandId,
      id: sagaId,
      orderId: id,
      status: saga,
      error: row.sagaError ?? null,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  return { id, lineIds: rows.map((line) => line.id), paymentId, sagaId, total }
}

type TicketRow = {
  status?: TicketStatus
  at?: Date
  stationId?: string
  lines?: number[]
  doneLines?: number[]
  estimatedMinutes?: number
  set?: Record<string, unknown>
}

/** A ticket for these lines of the order (by position; all when left out), put on the board at `at`. */
export async function aTicketRow(db: Db, place: StorePlace, order: OrderRows, row: TicketRow = {}): Promise<string> {
  const { status = 'queued', at = evening, stationId = place.stationId, doneLines = [], estimatedMinutes = 12 } = row
  const id = newId()
  await db
    .insertInto('ticket')
    .values({
      ...{ brandId: place.brandId, id, storeId: place.storeId, orderId: order.id, stationId, status, estimatedMinutes },
      dueAt: minutesAgo(-15, at),
      queuedAt: at,
      startedAt: status === 'preparing' || status === 'ready' ? at : null,
      readyAt: status === 'ready' ? at : null,
      cancelledAt: status === 'cancelled' ? at : null,
      ...row.set,
    })
    .execute()
  for (const position of row.lines ?? order.lineIds.keys())
    await sql`insert into ticket_line (brand_id, ticket_id, order_line_id, quantity, is_done)
      select brand_id, ${id}, id, quantity, ${doneLines.includes(position)} from order_line
      where brand_id = ${place.brandId} and id = ${order.lineIds[position]}`.execute(db)
  return id
}

export async function aStepRow(
  db: Db,
  place: StorePlace,
  order: OrderRows,
  row: { name: string; status: StepStatus; position?: number; set?: Record<string, unknown> },
): Promise<void> {
  const { name, status, position = 0, set } = row
  await db
    .insertInto('sagaStep')
    .values({
      brandId: place.brandId,
      sagaId: order.sagaId,
      name,
      status,
      position,
      attempts: 1,
      startedAt: evening,
      ...set,
    })
    .execute()
}

export async function anAccountRow(db: Db, name = '阿哲'): Promise<string> {
  const id = newId()
  await db.insertInto('account').values({ id, name }).execute()
  return id
}

export const guest = (visitor: string): Actor => ({ kind: 'guest', visitor })
export const person = (accountId: string, visitor = ''): Actor => ({
  kind: 'person',
  accountId,
  name: '阿哲',
  visitor,
  grants: [],
})

/** A member of a store's staff with all of P1-P4. */
export const staffOf = ({ brandId, storeId }: { brandId: string; storeId: string }, accountId = newId()): Actor => ({
  ...{ kind: 'person', accountId, name: '阿哲', visitor: '' },
  grants: [{ role: 'store_staff', brandId, storeId, p1: true, p2: true, p3: true, p4: true }],
})

export const ctxAt = (
  place: { brandId: string; storeId: string },
  actor: Actor = staffOf(place),
  now = evening,
): Ctx => ({
  ...{ now, actor, brandId: place.brandId, storeId: place.storeId, lang: 'zh-Hant', requestId: 'test' },
})

/** The statements that `read` sends, over a connection that counts them. */
export async function roundTrips<T>(db: Db, read: (db: Db) => Promise<T>): Promise<{ value: T; count: number }> {
  let count = 0
  const counting = db.withPlugin({
    transformQuery: ({ node }) => {
      count++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const value = await read(counting)
  return { value, count }
}
