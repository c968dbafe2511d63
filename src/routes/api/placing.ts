import { createHash, randomUUID } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import { startPayment } from '../../domain/orders/paying/start-payment'
import { placeOrder } from '../../domain/orders/place-order'
import { ApiProblem } from '../kit/api-problem'
import { tooManyCheckouts } from '../kit/checkout-limit'
import { type C, ctxOf } from '../kit/context'
import { TooMany } from '../kit/errors'
import { need } from '../kit/guard'
import { idempotencyKey } from '../kit/headers'
import { payUrls } from '../kit/pay-urls'
import { run } from '../kit/run'
import { jsonBody, orderBody } from './bodies'
import { storeOf } from './default-store'
import { once } from './once'
import { orderShape } from './order-shape'
import { seenOrder } from './place'
import { granted } from './refusals'
import { apiRouter } from './router'
import { answers, orderSchema } from './schemas'

export const placing = apiRouter()

/** A key of the caller's own: two callers who happen to choose one word do not meet. */
const placingKey = (c: C): string => {
  const key = idempotencyKey(c)
  const { actor } = c.var
  if (!key || actor.kind !== 'person') return randomUUID()
  return createHash('sha256').update(`${actor.accountId}\n${key}`).digest('hex')
}

placing.openapi(
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
    const limited = await tooManyCheckouts(c, ctx)
    if (limited) throw new TooMany(limited.seconds)
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
      await startPayment(c.var.deps, ctx, {
        orderId: placed.orderId,
        urls: payUrls(c, placed.orderId, c.var.deps.gateways.online),
      })
    }
    const { order } = await seenOrder(c, placed.orderId)
    return c.json(orderShape(order, ctx.lang), 201)
  },
)
