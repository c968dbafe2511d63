import { createHash, randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { cancelOrder } from '../../domain/orders/cancel-order'
import { startPayment } from '../../domain/orders/paying/start-payment'
import { placeOrder } from '../../domain/orders/place-order'
import { orderHistory } from '../../domain/orders/queries'
import { handOver } from '../../domain/orders/serving/hand-over'
import { ApiProblem } from '../kit/api-problem'
import { type C, ctxOf } from '../kit/context'
import { need } from '../kit/guard'
import { idempotencyKey } from '../kit/headers'
import { payUrls } from '../kit/pay-urls'
import { run } from '../kit/run'
import { storeOf } from './default-store'
import { once } from './once'
import { orderShape } from './order-shape'
import { seenOrder, staffCtx } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, historySchema, idParam, jsonBody, orderBody, orderSchema } from './schemas'

export const orders = apiRouter()

/** A key of the caller's own: two callers who happen to choose one word do not meet. */
const placingKey = (c: C): string => {
  const key = idempotencyKey(c)
  const { actor } = c.var
  if (!key || actor.kind !== 'person') return randomUUID()
  return createHash('sha256').update(`${actor.accountId}\n${key}`).digest('hex')
}

orders.openapi(
  createRoute({
    method: 'post',
    path: '/orchestration/orders',
    summary: 'Places an order; online payment answers with the page to pay on',
    middleware: [need('signed_in'), once] as const,
    request: jsonBody(orderBody),
    responses: answers(201, orderSchema, 'The order'),
  }),
  async (c) => {
    const body = c.req.valid('json')
    if (body.coupon_id !== undefined)
      throw new ApiProblem({
        status: 422,
        code: 'coupon_unknown',
        errors: [{ path: 'coupon_id', message: 'no such coupon' }],
      })
    const ctx = ctxOf(c, await storeOf(c, body.store_id))
    const placed = granted(
      await run(
        c,
        placeOrder,
        {
          key: placingKey(c),
          channel: 'api',
          orderType: body.order_type,
          paymentMethod: body.payment_method,
          ...(body.address ? { address: body.address } : {}),
          ...(body.note ? { note: body.note } : {}),
          lines: body.items.map((item) => ({
            dishId: item.menu_item_id,
            optionIds: item.options ?? [],
            quantity: item.quantity,
            ...(item.note ? { note: item.note } : {}),
          })),
        },
        ctx,
      ),
    )
    if (body.payment_method === 'online') {
      // A gateway that does not answer now is asked again from the order page; the order stands.
      await startPayment(c.var.deps, ctx, { orderId: placed.orderId, urls: payUrls(c, placed.orderId) })
    }
    const { order } = await seenOrder(c, placed.orderId)
    return c.json(orderShape(order, ctx.lang), 201)
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
