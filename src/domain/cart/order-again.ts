import type { Db, Tx } from '../../db/connect'
import { type Ctx, ownerOf, type Texts } from '../shared/ctx'
import { ok, type Result, refuse } from '../shared/result'
import { checkLine } from './check-line'
import { cartView } from './queries'
import { type NewLine, writeLines } from './write-lines'

type PastOrder = {
  owner: string | null
  orderType: 'dine_in' | 'takeout' | 'delivery'
  menuVersionId: string
  lines: PastLine[]
}
type PastLine = NewLine & { name: Texts }

/**
 * Puts the lines of one of the actor's own orders into the cart of its store, at today's prices. Lines that cannot be had are left
 * out and named. `key` as in `addLine`. Refuses: not_found (also: not yours, or of another store).
 */
export async function orderAgain(
  tx: Tx,
  ctx: Ctx,
  { orderId, key }: { orderId: string; key?: string },
): Promise<Result<{ added: number; unavailable: Texts[] }, { reason: 'not_found' }>> {
  const order = await pastOrder(tx, ctx, orderId)
  if (!order || !isOwn(ctx, order.owner)) return refuse({ reason: 'not_found' })
  const view = await cartView(tx, ctx)
  const checked = order.lines.map((line) => ({ line, result: checkLine(view, line) }))
  const lines = checked.flatMap(({ result }) => (result.ok ? [result.value] : []))
  const unavailable = checked.flatMap(({ line, result }) => (result.ok ? [] : [line.name]))
  const target = { ...placeOf(ctx), owner: ownerOf(ctx.actor), orderType: view.cart.orderType }
  if (lines.length > 0) await writeLines(tx, { ...target, menuVersionId: view.store.menuVersionId }, lines, key)
  return ok({ added: lines.length, unavailable })
}

/**
 * Gives a guest the cart back whose order came to nothing (R20): the lines as they were, at the prices then seen. Twice is once.
 */
export async function restoreCart(tx: Tx, ctx: Ctx, orderId: string): Promise<void> {
  const order = await pastOrder(tx, ctx, orderId)
  if (!order?.owner || order.lines.length === 0) return
  const { owner, orderType, menuVersionId, lines } = order
  await writeLines(tx, { ...placeOf(ctx), owner, orderType, menuVersionId }, lines, `restore:${orderId}`)
}

const placeOf = ({ brandId, storeId, now }: Ctx) => ({ brandId, storeId, now })

const isOwn = ({ actor }: Ctx, owner: string | null) =>
  owner !== null && (owner === ownerOf(actor) || (actor.kind === 'person' && owner === `v:${actor.visitor}`))

async function pastOrder(db: Db, ctx: Ctx, orderId: string): Promise<PastOrder | null> {
  const rows = await db
    .selectFrom('orders as o')
    .innerJoin('orderLine as l', (on) => on.onRef('l.brandId', '=', 'o.brandId').onRef('l.orderId', '=', 'o.id'))
    .select(['o.accountId', 'o.visitor', 'o.orderType', 'o.menuVersionId'])
    .select(['l.dishId', 'l.name', 'l.options', 'l.quantity', 'l.note', 'l.unitPrice'])
    .where('o.brandId', '=', ctx.brandId)
    .where('o.storeId', '=', ctx.storeId)
    .where('o.id', '=', orderId)
    .where('l.isVoid', '=', false)
    .orderBy('l.position')
    .execute()
  const [order] = rows
  if (!order) return null
  const lines = rows.map(({ dishId, name, options, quantity, note, unitPrice }) => ({
    dishId,
    name: name as Texts,
    optionIds: (options as { id: string }[]).map(({ id }) => id),
    quantity,
    note,
    unitPrice,
  }))
  const owner = order.accountId ? `a:${order.accountId}` : order.visitor ? `v:${order.visitor}` : null
  return { owner, orderType: order.orderType, menuVersionId: order.menuVersionId, lines }
}
