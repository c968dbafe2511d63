import { createRoute, z } from '@hono/zod-openapi'
import { cancelOrder } from '../../domain/orders/cancel-order'
import { orderHistory, ownOrders, storeOrders } from '../../domain/orders/queries'
import { handOver } from '../../domain/orders/serving/hand-over'
import { may } from '../../domain/people/may'
import { ctxOf } from '../kit/context'
import { Forbidden } from '../kit/errors'
import { need } from '../kit/guard'
import { run } from '../kit/run'
import { idParam, jsonBody, listOf, listQuery } from './bodies'
import { deskOf } from './default-store'
import { once } from './once'
import { orderShape } from './order-shape'
import { isId, seenOrder, staffCtx } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, historySchema, orderSchema } from './schemas'

export const orders = apiRouter()

orders.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/orders',
    summary: 'Orders, newest first: one’s own, or for staff of the counter or the office those of their store',
    middleware: [need('signed_in')] as const,
    request: {
      query: listQuery.extend({ status: orderSchema.shape.status.optional(), store_id: z.string().optional() }),
    },
    responses: answers(200, listOf(orderSchema), 'Orders'),
  }),
  async (c) => {
    const { db, now } = c.var.deps
    const { status, limit, cursor, store_id: storeId } = c.req.valid('query')
    if (cursor !== undefined && !isId(cursor)) return c.json({ items: [], next_cursor: null }, 200)
    const page = { limit, ...(cursor ? { cursor } : {}), ...(status ? { status } : {}) }
    const desk = may(c.var.actor, 'works') ? await deskOf(c, storeId) : null
    const found =
      desk && may(c.var.actor, 'order.see', desk)
        ? await storeOrders(db, ctxOf(c, desk), page)
        : await ownOrders(db, { actor: c.var.actor, now: now() }, page)
    return c.json(
      { items: found.items.map((order) => orderShape(order, c.var.lang)), next_cursor: found.nextCursor },
      200,
    )
  },
)

orders.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/orders/{id}',
    summary: 'An order, for whoever placed it or works at its store',
    middleware: [need('signed_in')] as const,
    request: { params: idParam },
    responses: answers(200, orderSchema, 'The order'),
  }),
  async (c) => {
    const { order } = await seenOrder(c, c.req.valid('param').id)
    return c.json(orderShape(order, c.var.lang), 200)
  },
)

orders.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/orders/{id}/cancel',
    summary: 'Cancels: the guest until the kitchen starts, staff until it is completed',
    middleware: [need('signed_in'), once] as const,
    request: { params: idParam, ...jsonBody(z.strictObject({ reason: z.string().trim().max(200).optional() }), false) },
    responses: answers(200, orderSchema, 'The order, cancelled'),
  }),
  async (c) => {
    const { ctx, order } = await seenOrder(c, c.req.valid('param').id)
    if (!order.isMine && !may(c.var.actor, 'counter.use', order)) throw new Forbidden()
    const { reason } = c.req.valid('json')
    granted(await run(c, cancelOrder, { orderId: order.id, ...(reason ? { cause: reason } : {}) }, ctx))
    const after = await seenOrder(c, order.id)
    return c.json(orderShape(after.order, ctx.lang), 200)
  },
)

orders.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/orders/{id}/complete',
    summary: 'Staff handed the order over',
    middleware: [need('works'), once] as const,
    request: { params: idParam },
    responses: answers(200, orderSchema, 'The order, completed'),
  }),
  async (c) => {
    const { ctx, orderId } = await staffCtx(c, c.req.valid('param').id, 'counter.use')
    granted(await run(c, handOver, { orderId }, ctx))
    const { order } = await seenOrder(c, orderId)
    return c.json(orderShape(order, ctx.lang), 200)
  },
)

orders.openapi(
  createRoute({
    method: 'get',
    path: '/orchestration/orders/history/{id}',
    summary: 'Every status an order has had, oldest first',
    middleware: [need('signed_in')] as const,
    request: { params: idParam },
    responses: answers(200, historySchema, 'The history'),
  }),
  async (c) => {
    const { ctx, order } = await seenOrder(c, c.req.valid('param').id)
    const entries = await orderHistory(c.var.deps.db, ctx, order.id)
    const items = entries
      .filter((entry, i) => i === 0 || entry.status !== entries[i - 1]?.status)
      .map(({ status, at, actor }) => ({ status, changed_at: at.toISOString(), actor }))
    return c.json({ items }, 200)
  },
)
